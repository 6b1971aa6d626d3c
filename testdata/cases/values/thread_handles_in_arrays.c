/* Arrays of handles, for one wait. */
#include <windows.h>

enum { WORKERS = 4 };

struct pool {
    HANDLE stop;
    HANDLE workers[WORKERS];
};

static HANDLE g_workers[WORKERS];
static struct pool g_pool;
static HANDLE g_events[2];

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    for (int i = 0; i < WORKERS; i++) {
        g_workers[i] = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
        g_pool.workers[i] = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
    }
    g_pool.stop = CreateEventW(NULL, TRUE, FALSE, NULL);
    g_events[0] = CreateEventW(NULL, TRUE, FALSE, NULL);
    g_events[1] = CreateEventW(NULL, TRUE, FALSE, NULL);
}

static void wait_for_array_bad(void)
{
    WaitForMultipleObjects(WORKERS, g_workers, TRUE, INFINITE);
}

static void wait_from_second_bad(void)
{
    WaitForMultipleObjects(WORKERS - 1, &g_workers[1], TRUE, INFINITE);
}

static void wait_for_field_bad(struct pool *pool)
{
    WaitForMultipleObjects(WORKERS, pool->workers, TRUE, INFINITE);
}

static void wait_for_event_or_thread_bad(void)
{
    HANDLE both[2];

    both[0] = g_pool.stop;
    both[1] = g_workers[0];
    WaitForMultipleObjects(2, both, FALSE, INFINITE);
}

static void wait_for_events_bad(void)
{
    WaitForMultipleObjects(2, g_events, TRUE, INFINITE);
}

static void close_ok(void)
{
    for (int i = 0; i < WORKERS; i++) {
        CloseHandle(g_workers[i]);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        wait_for_array_bad();
        wait_from_second_bad();
        wait_for_field_bad(&g_pool);
        wait_for_event_or_thread_bad();
        wait_for_events_bad();
        close_ok();
    }
    return TRUE;
}
