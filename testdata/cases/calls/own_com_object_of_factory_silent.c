/* What the DLL's own class factory makes is its own object, and its Release does no harm. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct reader {
    IUnknown IUnknown_iface;
    LONG references;
    HMODULE library;
};

static HRESULT WINAPI reader_query(IUnknown *self, REFIID id, void **out)
{
    *out = self;
    IUnknown_AddRef(self);
    return S_OK;
}

static ULONG WINAPI reader_add_ref(IUnknown *self)
{
    struct reader *reader = CONTAINING_RECORD(self, struct reader, IUnknown_iface);

    return InterlockedIncrement(&reader->references);
}

static ULONG WINAPI reader_release_ok(IUnknown *self)
{
    struct reader *reader = CONTAINING_RECORD(self, struct reader, IUnknown_iface);

    HeapFree(GetProcessHeap(), 0, reader);
    return 0;
}

static const IUnknownVtbl reader_table = {reader_query, reader_add_ref, reader_release_ok};

static HRESULT WINAPI factory_create(IClassFactory *self, IUnknown *outer, REFIID id, void **out)
{
    struct reader *reader = HeapAlloc(GetProcessHeap(), 0, sizeof *reader);

    reader->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&reader_table;
    return IUnknown_QueryInterface(&reader->IUnknown_iface, id, out);
}

static const IClassFactoryVtbl factory_table = {NULL, NULL, NULL, factory_create, NULL};
static IClassFactory g_factory = {(IClassFactoryVtbl *)&factory_table};
static IUnknown *g_reader;

void open_reader(void)
{
    IClassFactory_CreateInstance(&g_factory, NULL, &IID_IUnknown, (void **)&g_reader);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        IUnknown_Release(g_reader);
    }
    return TRUE;
}
