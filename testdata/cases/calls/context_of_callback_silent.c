/* The DLL's own object is handed to a callback as its context: it stays the DLL's own. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct names {
    IUnknown IUnknown_iface;
    LONG references;
    HMODULE library;
};

static ULONG WINAPI names_release_ok(IUnknown *self)
{
    struct names *names = CONTAINING_RECORD(self, struct names, IUnknown_iface);

    return (ULONG)InterlockedDecrement(&names->references);
}

static const IUnknownVtbl names_table = {NULL, NULL, names_release_ok};

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

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;
static IUnknown *g_names;

static BOOL CALLBACK keep_names(INIT_ONCE *once, void *param, void **context)
{
    g_names = param;
    return TRUE;
}

void prepare(void)
{
    IUnknown *names;

    if (create_names(&names) == S_OK) {
        InitOnceExecuteOnce(&g_once, keep_names, names, NULL);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_names != NULL) {
        IUnknown_Release(g_names);
    }
    return TRUE;
}
