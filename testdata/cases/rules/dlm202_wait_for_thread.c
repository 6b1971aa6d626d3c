/* Handles of threads, wherever they are kept; beside them an event, which is another rule. */
#include <process.h>
#include <windows.h>

struct worker {
    HANDLE stop;
    HANDLE thread;
};

static struct worker g_worker;
static HANDLE g_thread;
static HANDLE g_crt_thread;
static HANDLE g_event;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

static unsigned __stdcall crt_run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
    g_crt_thread = (HANDLE)_beginthreadex(NULL, 0, crt_run_ok, NULL, 0, NULL);
    g_event = CreateEventA(NULL, TRUE, FALSE, NULL);
    g_worker.stop = CreateEventA(NULL, TRUE, FALSE, NULL);
    g_worker.thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
}

static void wait_for_static_bad(void)
{
    WaitForSingleObject(g_thread, INFINITE);
}

static void wait_for_crt_thread_bad(void)
{
    WaitForSingleObject(g_crt_thread, INFINITE);
}

static void wait_for_field_bad(struct worker *worker)
{
    WaitForSingleObject(worker->thread, INFINITE);
}

static void wait_for_array_bad(void)
{
    HANDLE both[2] = {g_thread, g_crt_thread};

    WaitForMultipleObjects(2, both, TRUE, INFINITE);
}

static void wait_for_events_bad(void)
{
    WaitForSingleObject(g_event, INFINITE);
    WaitForSingleObject(g_worker.stop, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        wait_for_static_bad();
        wait_for_crt_thread_bad();
        wait_for_field_bad(&g_worker);
        wait_for_array_bad();
        wait_for_events_bad();
    }
    return TRUE;
}
