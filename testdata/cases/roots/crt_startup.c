/* A DLL without the C runtime brings the runtime's entry point itself. */
#include <windows.h>

BOOL WINAPI _DllMainCRTStartup(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return TRUE;
}
