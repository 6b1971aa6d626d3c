/* The DLL's own COM object: what its Release does is reported, not that it is COM. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct reader {
    IUnknown IUnknown_iface;
    LONG references;
    HMODULE library;
};

static ULONG WINAPI reader_release_bad(IUnknown *self)
{
    struct reader *reader = CONTAINING_RECORD(self, struct reader, IUnknown_iface);

    if (InterlockedDecrement(&reader->references) == 0) {
        FreeLibrary(reader->library);
    }
    return 0;
}

static const IUnknownVtbl reader_table = {NULL, NULL, reader_release_bad};
static IUnknown *g_reader;

static HRESULT create_reader(IUnknown **out)
{
    struct reader *reader = HeapAlloc(GetProcessHeap(), 0, sizeof *reader);

    if (reader == NULL) {
        return E_OUTOFMEMORY;
    }
    reader->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&reader_table;
    reader->references = 1;
    *out = &reader->IUnknown_iface;
    return S_OK;
}

void open_reader(void)
{
    create_reader(&g_reader);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        IUnknown_Release(g_reader);
    }
    return TRUE;
}
