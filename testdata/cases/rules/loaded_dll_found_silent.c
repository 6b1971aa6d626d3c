/* A near miss: the module was found, not loaded; an import of this DLL may be what keeps it. */
#include <windows.h>

typedef BOOL(WINAPI *unhook)(HANDLE hook);

static unhook g_unhook;
static HANDLE g_hook;

__declspec(dllexport) void hook_open_ok(void)
{
    g_unhook = (unhook)GetProcAddress(GetModuleHandleA("hooks.dll"), "RemoveTheHook");
}

static void hook_close_ok(void)
{
    if (g_unhook != NULL) {
        g_unhook(g_hook);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        hook_close_ok();
    }
    return TRUE;
}
