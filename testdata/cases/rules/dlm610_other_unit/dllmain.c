/* Symbols are made ready when the DLL is loaded. Two frames away, in another unit. */
#include <windows.h>

void component_bad(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        component_bad();
    }
    return TRUE;
}
