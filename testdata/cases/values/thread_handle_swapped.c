/* The handle is taken out of its variable by an exchange. */
#include <windows.h>

static HANDLE g_thread;
static HANDLE g_event;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    HANDLE thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);

    InterlockedExchangePointer(&g_thread, thread);
    g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
}

static void stop_thread_bad(void)
{
    HANDLE thread = InterlockedExchangePointer(&g_thread, NULL);

    if (thread != NULL) {
        WaitForSingleObject(thread, INFINITE);
        CloseHandle(thread);
    }
}

static void forget_thread_ok(void)
{
    HANDLE thread = InterlockedExchangePointer(&g_thread, NULL);

    if (thread != NULL) {
        CloseHandle(thread);
    }
}

static void stop_event_bad(void)
{
    HANDLE event = InterlockedExchangePointer(&g_event, NULL);

    WaitForSingleObject(event, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        stop_thread_bad();
        forget_thread_ok();
        stop_event_bad();
    }
    return TRUE;
}
