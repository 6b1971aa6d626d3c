/* Timeouts of 0, and things that only sound like waiting. */
#include <windows.h>

static HANDLE g_events[2];

static BOOL WaitForSingleObjects_ok(void)
{
    return WaitForMultipleObjects(2, g_events, FALSE, 0) != WAIT_TIMEOUT;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        SetEvent(g_events[0]);
        ResetEvent(g_events[1]);
        return WaitForSingleObjects_ok() && WaitForSingleObject(g_events[0], 0) == WAIT_OBJECT_0;
    }
    return TRUE;
}
