/* A macro makes the head of DllMain, the body is written out. */
#include <windows.h>

#define DLL_ENTRY(name) BOOL WINAPI name(HINSTANCE instance, DWORD reason, LPVOID reserved)

DLL_ENTRY(DllMain)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return TRUE;
}
