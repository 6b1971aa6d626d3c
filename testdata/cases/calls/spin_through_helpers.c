/* The flag is read by a function of its own and set three calls below the thread's function. */
#include <windows.h>

struct worker {
    HANDLE thread;
    volatile LONG started;
};

static struct worker g_worker;

static void note_start_ok(struct worker *worker)
{
    worker->started = 1;
}

static void enter_ok(void *data)
{
    note_start_ok(data);
}

static DWORD WINAPI run_ok(void *data)
{
    enter_ok(data);
    return 0;
}

static BOOL is_started_ok(void)
{
    return g_worker.started != 0;
}

static void wait_for_start_bad(void)
{
    while (!is_started_ok()) {
        Sleep(1);
    }
}

static void start_bad(LPTHREAD_START_ROUTINE start)
{
    g_worker.thread = CreateThread(NULL, 0, start, &g_worker, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad(run_ok);
        wait_for_start_bad();
    }
    return TRUE;
}
