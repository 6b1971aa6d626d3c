/* A lock of the Concurrency Runtime is made when the DLL is loaded. Two frames away, in another unit. */
#include <windows.h>

void component_bad();

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        component_bad();
    }
    return TRUE;
}
