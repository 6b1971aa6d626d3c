/* DllEntryPoint: Borland's name of the entry point, and the one in the SDK's documentation. */
#include <windows.h>

BOOL WINAPI DllEntryPoint(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return TRUE;
}
