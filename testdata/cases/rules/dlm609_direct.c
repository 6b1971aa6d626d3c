/* A private trace session lives as long as the DLL. */
#include <windows.h>
#include <evntrace.h>

static TRACEHANDLE g_session;
static EVENT_TRACE_PROPERTIES g_properties;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return StartTraceW(&g_session, L"mylib", &g_properties) == ERROR_SUCCESS;
    case DLL_PROCESS_DETACH:
        StopTraceW(g_session, NULL, &g_properties);
        break;
    }
    return TRUE;
}
