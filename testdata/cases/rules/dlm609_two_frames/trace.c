#include <windows.h>
#include <evntrace.h>
#include "trace.h"

static TRACEHANDLE g_session;
static EVENT_TRACE_PROPERTIES g_properties;

static void control_bad(ULONG code)
{
    ControlTraceW(g_session, NULL, &g_properties, code);
}

void trace_flush_bad(void)
{
    control_bad(EVENT_TRACE_CONTROL_FLUSH);
}

void trace_stop_bad(void)
{
    control_bad(EVENT_TRACE_CONTROL_STOP);
}
