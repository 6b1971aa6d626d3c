/* INVALID_HANDLE_VALUE waits for callbacks, NULL does not: cast, in a macro, a local, a helper. */
#include <windows.h>

#define WAIT_FOR_ALL ((HANDLE)(LONG_PTR)-1)

static HANDLE g_queue, g_timer, g_wait;

static void delete_queue_bad(HANDLE how)
{
    DeleteTimerQueueEx(g_queue, how);
}

static void delete_queue_ok(HANDLE how)
{
    DeleteTimerQueueEx(g_queue, how);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        HANDLE none = NULL;
        HANDLE all = INVALID_HANDLE_VALUE;

        delete_queue_bad(all);
        delete_queue_ok(none);
        DeleteTimerQueueTimer(g_queue, g_timer, WAIT_FOR_ALL);
        DeleteTimerQueueTimer(g_queue, g_timer, NULL);
        UnregisterWaitEx(g_wait, (HANDLE)~(ULONG_PTR)0);
        UnregisterWaitEx(g_wait, none);
    }
    return TRUE;
}
