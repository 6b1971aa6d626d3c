/* An object of our own, COM-like and in C: no COM call, but what its method does is found. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct codec {
    IUnknown IUnknown_iface;
    LONG references;
};

static struct codec *g_codec;

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

static IUnknownVtbl codec_table = {query_ok, add_ref_ok, release_bad};

__declspec(dllexport) void open_codec_ok(void)
{
    g_codec = HeapAlloc(GetProcessHeap(), 0, sizeof *g_codec);
    g_codec->IUnknown_iface.lpVtbl = &codec_table;
    g_codec->references = 1;
}

static void close_codec_bad(struct codec *codec)
{
    IUnknown_Release(&codec->IUnknown_iface);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_codec_bad(g_codec);
    }
    return TRUE;
}
