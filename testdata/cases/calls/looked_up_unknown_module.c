// show: cuts
/* A near miss: whose module it is, and which name, the host says. */
#include <windows.h>

static FARPROC g_notify, g_event;

__declspec(dllexport) void host_set_ok(HMODULE host, const char *event)
{
    g_notify = GetProcAddress(host, "host_notify");
    g_event = GetProcAddress(host, event);
}

static void tell_host_ok(void)
{
    if (g_notify) {
        g_notify();
    }
    g_event();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        tell_host_ok();
    }
    return TRUE;
}
