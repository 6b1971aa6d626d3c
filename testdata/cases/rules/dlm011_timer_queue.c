/* A timer that nothing deletes: it starts under the lock, and it outlives the DLL. */
#include <windows.h>

static HANDLE g_timer;

static void CALLBACK poll_ok(void *context, BOOLEAN fired)
{
}

static void start_bad(void)
{
    CreateTimerQueueTimer(&g_timer, NULL, poll_ok, NULL, 0, 1000, WT_EXECUTEDEFAULT);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
