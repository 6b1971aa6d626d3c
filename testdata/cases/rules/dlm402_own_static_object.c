/* Static objects with constant tables of our own: each method that is called is known. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct codec {
    IUnknown IUnknown_iface;
    LONG references;
};

static HRESULT WINAPI query_ok(IUnknown *self, REFIID iid, void **out)
{
    *out = NULL;
    return E_NOINTERFACE;
}

static ULONG WINAPI add_ref_ok(IUnknown *self)
{
    return 2;
}

static ULONG WINAPI release_bad(IUnknown *self)
{
    FreeLibrary(GetModuleHandleA("codec.dll"));
    return 1;
}

static const IUnknownVtbl codec_table = {query_ok, add_ref_ok, release_bad};
static struct codec g_codec = {{(IUnknownVtbl *)&codec_table}, 1};

static ULONG WINAPI quiet_release_ok(IUnknown *self)
{
    return 1;
}

static const IUnknownVtbl quiet_table = {query_ok, add_ref_ok, quiet_release_ok};
static IUnknown g_quiet = {(IUnknownVtbl *)&quiet_table};

static void close_codec_bad(void)
{
    IUnknown_Release(&g_codec.IUnknown_iface);
}

static void close_quiet_ok(void)
{
    IUnknown_AddRef(&g_quiet);
    IUnknown_Release(&g_quiet);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_quiet_ok();
        close_codec_bad();
    }
    return TRUE;
}
