/* Waits that take the handle in another place: several at once, after a signal, with messages. */
#include <windows.h>

static HANDLE g_wake;

static HANDLE g_thread;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
}

__declspec(dllexport) void open_ok(void)
{
    g_wake = CreateEventW(NULL, FALSE, FALSE, NULL);
}

static void signal_and_wait_bad(void)
{
    SignalObjectAndWait(g_wake, g_thread, INFINITE, FALSE);
}

static void wait_with_messages_bad(void)
{
    MsgWaitForMultipleObjects(1, &g_thread, FALSE, INFINITE, QS_ALLINPUT);
}

static void wait_a_little_bad(void)
{
    HANDLE handles[] = {g_thread};

    WaitForMultipleObjectsEx(1, handles, TRUE, 100, FALSE);
}

static void signal_and_wait_for_event_bad(void)
{
    SignalObjectAndWait(g_thread, g_wake, INFINITE, FALSE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        signal_and_wait_bad();
        wait_with_messages_bad();
        wait_a_little_bad();
        signal_and_wait_for_event_bad();
    }
    return TRUE;
}
