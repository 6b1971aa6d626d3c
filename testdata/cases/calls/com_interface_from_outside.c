/* An interface from outside is a COM call; that we implement the same interface says nothing. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

static IUnknown *g_site;

static HRESULT WINAPI query_ok(IUnknown *self, REFIID iid, void **out)
{
    *out = NULL;
    return E_NOINTERFACE;
}

static ULONG WINAPI add_ref_ok(IUnknown *self)
{
    return 2;
}

static ULONG WINAPI release_ok(IUnknown *self)
{
    FreeLibrary(GetModuleHandleA("codec.dll"));
    return 1;
}

static IUnknownVtbl own_table = {query_ok, add_ref_ok, release_ok};
static IUnknown g_own = {&own_table};

__declspec(dllexport) void set_site_ok(IUnknown *site)
{
    g_site = site;
}

__declspec(dllexport) IUnknown *own_ok(void)
{
    return &g_own;
}

static void close_site_bad(void)
{
    IUnknown_Release(g_site);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_site_bad();
    }
    return TRUE;
}
