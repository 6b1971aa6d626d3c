/* Providers belong into DllMain; the session belongs to an export. */
#include <windows.h>
#include <evntprov.h>
#include <evntrace.h>

static const GUID g_id = {1, 2, 3, {4}};
static REGHANDLE g_provider;
static TRACEHANDLE g_session;
static EVENT_TRACE_PROPERTIES g_properties;

__declspec(dllexport) void mylib_trace_stop_ok(void)
{
    StopTraceW(g_session, NULL, &g_properties);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        EventRegister(&g_id, NULL, NULL, &g_provider);
        break;
    case DLL_PROCESS_DETACH:
        EventUnregister(g_provider);
        break;
    }
    return TRUE;
}
