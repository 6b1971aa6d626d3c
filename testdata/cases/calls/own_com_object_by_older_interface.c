/* An own object fills a field through an interface that is older than the one it is made with:
   what its Release does is reported. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct names {
    IClassFactory IClassFactory_iface;
    LONG references;
    HMODULE library;
};

struct font {
    IUnknown *names;
    int size;
};

static HRESULT WINAPI names_query(IClassFactory *self, REFIID id, void **out)
{
    *out = self;
    return S_OK;
}

static ULONG WINAPI names_release_bad(IClassFactory *self)
{
    struct names *names = CONTAINING_RECORD(self, struct names, IClassFactory_iface);

    FreeLibrary(names->library);
    return 0;
}

static const IClassFactoryVtbl names_table = {names_query, NULL, names_release_bad, NULL, NULL};
static struct font *g_font;

void make_font(void)
{
    struct names *names = HeapAlloc(GetProcessHeap(), 0, sizeof *names);
    struct font *font = HeapAlloc(GetProcessHeap(), 0, sizeof *font);

    names->IClassFactory_iface.lpVtbl = (IClassFactoryVtbl *)&names_table;
    IUnknown_QueryInterface((IUnknown *)&names->IClassFactory_iface, &IID_IUnknown, (void **)&font->names);
    g_font = font;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_font != NULL) {
        IUnknown_Release(g_font->names);
    }
    return TRUE;
}
