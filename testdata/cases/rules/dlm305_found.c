/* Initialises once, in the notification of threads. */
#include <windows.h>

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;

static void work_bad(void)
{
    InitOnceExecuteOnce(&g_once, NULL, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        work_bad();
    }
    return TRUE;
}
