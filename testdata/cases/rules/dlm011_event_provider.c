/* A provider with a callback must go before its DLL; one without a callback is never called. */
#include <windows.h>
#include <evntprov.h>

static const GUID provider = {0x12345678, 0x1234, 0x1234, {1, 2, 3, 4, 5, 6, 7, 8}};
static REGHANDLE g_events, g_plain;
static ULONG g_enabled;

static void NTAPI on_control_ok(LPCGUID source, ULONG enabled, UCHAR level, ULONGLONG any,
                                ULONGLONG all, PEVENT_FILTER_DESCRIPTOR filter, PVOID context)
{
    g_enabled = enabled;
}

static void trace_bad(void)
{
    EventRegister(&provider, NULL, NULL, &g_plain);
    EventRegister(&provider, on_control_ok, NULL, &g_events);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        trace_bad();
    }
    return TRUE;
}
