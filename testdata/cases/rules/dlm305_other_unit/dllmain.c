/* Initialises once, in the notification of threads. Two frames away, in another unit. */
#include <windows.h>

void component_bad(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        component_bad();
    }
    return TRUE;
}
