/* DllMain with bool and HMODULE, and without names for what it does not use. */
#include <windows.h>

extern "C" bool __stdcall DllMain(HMODULE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return true;
}
