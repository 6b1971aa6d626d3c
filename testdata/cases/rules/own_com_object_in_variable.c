/* An object of the DLL's own behind an interface pointer in a variable: its own code is what runs. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct codec {
    IUnknown IUnknown_iface;
    LONG references;
};

static ULONG WINAPI codec_release(IUnknown *self)
{
    struct codec *codec = CONTAINING_RECORD(self, struct codec, IUnknown_iface);

    if (InterlockedDecrement(&codec->references) == 0) {
        HeapFree(GetProcessHeap(), 0, codec);
    }
    return 0;
}

static const IUnknownVtbl codec_table = {NULL, NULL, codec_release};
static IUnknown *g_codec;

static void make_codec(void)
{
    struct codec *codec = HeapAlloc(GetProcessHeap(), 0, sizeof *codec);

    codec->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&codec_table;
    codec->references = 1;
    g_codec = &codec->IUnknown_iface;
}

/* Only make_codec stores here, an own object. */
static void drop_codec_ok(void)
{
    IUnknown_Release(g_codec);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        make_codec();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        drop_codec_ok();
    }
    return TRUE;
}
