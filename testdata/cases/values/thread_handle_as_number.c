/* _beginthreadex() returns a number; it is kept as one. */
#include <process.h>
#include <stdint.h>
#include <windows.h>

struct worker {
    uintptr_t thread;
    uintptr_t cookie;
};

static struct worker g_worker;

static unsigned __stdcall run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    g_worker.thread = _beginthreadex(NULL, 0, run_ok, NULL, 0, NULL);
    g_worker.cookie = (uintptr_t)CreateEventW(NULL, TRUE, FALSE, NULL);
}

static void wait_for_thread_bad(void)
{
    WaitForSingleObject((HANDLE)g_worker.thread, INFINITE);
}

static void wait_for_event_bad(void)
{
    WaitForSingleObject((HANDLE)g_worker.cookie, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        wait_for_thread_bad();
        wait_for_event_bad();
    }
    return TRUE;
}
