/* The kernel, the C runtime, and what a pack knows to be harmless in another DLL. */
// options: --rules DLM015
#include <stdlib.h>
#include <windows.h>
#include <evntprov.h>

static REGHANDLE g_events;
static GUID g_provider;

static void work_ok(void)
{
    g_events = GetTickCount64() + (ULONGLONG)abs(-1);
    EventRegister(&g_provider, NULL, NULL, &g_events);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
