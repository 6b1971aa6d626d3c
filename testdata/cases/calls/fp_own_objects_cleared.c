/* The DLL's own objects in an array that memset() clears: that call could write anything, so the
   elements may be anybody's. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct names {
    IUnknown IUnknown_iface;
    LONG references;
};

struct font {
    IUnknown *names[2];
};

static ULONG WINAPI names_release_ok(IUnknown *self)
{
    struct names *names = CONTAINING_RECORD(self, struct names, IUnknown_iface);
    return (ULONG)InterlockedDecrement(&names->references);
}

static const IUnknownVtbl names_table = {NULL, NULL, names_release_ok};
static struct font *g_font;

static HRESULT create_names(IUnknown **out)
{
    struct names *names = HeapAlloc(GetProcessHeap(), 0, sizeof *names);

    if (names == NULL) {
        return E_OUTOFMEMORY;
    }
    names->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&names_table;
    names->references = 1;
    *out = &names->IUnknown_iface;
    return S_OK;
}

void name_font(int kind)
{
    if (g_font == NULL) {
        g_font = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *g_font);
    }
    if (g_font->names[kind] == NULL) {
        create_names(&g_font->names[kind]);
    }
}

void forget_names(void)
{
    memset(g_font->names, 0, sizeof g_font->names);
}

/* What memset() and memcpy() do to pointers is not followed; packs have no word for it yet. */
static void FP_release_font(struct font *font)
{
    for (int i = 0; i < 2; i++) {
        if (font->names[i] != NULL) {
            IUnknown_Release(font->names[i]);
        }
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_font != NULL) {
        FP_release_font(g_font);
    }
    return TRUE;
}
