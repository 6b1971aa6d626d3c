/* Every name of the pack etw.session, in both phases of the process. */
#include <windows.h>
#include <evntrace.h>

static void calls_bad(void)
{
    ControlTraceA(0, NULL, NULL, EVENT_TRACE_CONTROL_QUERY);
    ControlTraceA(0, NULL, NULL, EVENT_TRACE_CONTROL_STOP);
    ControlTraceW(0, NULL, NULL, EVENT_TRACE_CONTROL_QUERY);
    ControlTraceW(0, NULL, NULL, EVENT_TRACE_CONTROL_FLUSH);
    FlushTraceA(0, NULL, NULL);
    FlushTraceW(0, NULL, NULL);
    QueryTraceA(0, NULL, NULL);
    QueryTraceW(0, NULL, NULL);
    StartTraceA(NULL, NULL, NULL);
    StartTraceW(NULL, NULL, NULL);
    StopTraceA(0, NULL, NULL);
    StopTraceW(0, NULL, NULL);
    UpdateTraceA(0, NULL, NULL);
    UpdateTraceW(0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
