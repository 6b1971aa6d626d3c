/* Only streams that are certainly memory are harmless: not one that somebody hands over, a copy that
   a COM call makes, or the target of CopyTo. */
#define COBJMACROS
#include <objbase.h>
#include <windows.h>

struct entry {
    IStream *stream;
    struct entry *next;
};

static IStream *g_handed;
static IStream *g_either;
static IStream *g_clone;
static IStream *g_memory;
static struct entry *g_entries;

__declspec(dllexport) HRESULT keep_ok(IStream *stream)
{
    struct entry *entry = HeapAlloc(GetProcessHeap(), 0, sizeof *entry);
    if (entry != NULL) {
        entry->stream = stream;
        entry->next = g_entries;
        g_entries = entry;
    }
    g_handed = stream;
    return CreateStreamOnHGlobal(NULL, TRUE, &g_memory);
}

__declspec(dllexport) HRESULT choose_ok(IUnknown *object, BOOL here)
{
    if (here) {
        return CreateStreamOnHGlobal(NULL, TRUE, &g_either);
    }
    return IUnknown_QueryInterface(object, &IID_IStream, (void **)&g_either);
}

__declspec(dllexport) HRESULT clone_ok(void)
{
    return IStream_Clone(g_memory, &g_clone);
}

static void let_go_bad(void)
{
    ULARGE_INTEGER all = {.QuadPart = ~0ULL};
    struct entry *entry;
    IStream_Release(g_handed);
    IStream_Release(g_either);
    IStream_Release(g_clone);
    IStream_CopyTo(g_memory, g_handed, all, NULL, NULL);
    for (entry = g_entries; entry; entry = entry->next) {
        IStream_Release(entry->stream);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        let_go_bad();
    }
    return TRUE;
}
