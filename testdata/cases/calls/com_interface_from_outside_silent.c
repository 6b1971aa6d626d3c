/* The twin of com_interface_from_outside: the interface is only forgotten, not called. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

static IUnknown *g_site;

__declspec(dllexport) void set_site_ok(IUnknown *site)
{
    if (g_site != NULL) {
        IUnknown_Release(g_site);
    }
    g_site = site;
}

static void forget_site_ok(void)
{
    g_site = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        forget_site_ok();
    }
    return TRUE;
}
