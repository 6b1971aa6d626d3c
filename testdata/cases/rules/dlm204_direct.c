/* Threads are killed and stopped from outside. */
#include <windows.h>

static HANDLE g_worker;

static void kill_bad(void)
{
    TerminateThread(g_worker, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        kill_bad();
    } else {
        SuspendThread(g_worker);
    }
    return TRUE;
}
