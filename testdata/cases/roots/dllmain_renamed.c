/* A macro renames DllMain (a static library does so to be embedded): it is an entry point still. */
#include <windows.h>

#define DllMain MyDllMain

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return TRUE;
}
