/* A lock is taken at process end. Two frames away, in another unit. */
#include <windows.h>

void component_bad(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        component_bad();
    }
    return TRUE;
}
