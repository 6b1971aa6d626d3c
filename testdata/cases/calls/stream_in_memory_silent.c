/* A stream that CreateStreamOnHGlobal makes is memory and nothing else: its methods are no calls of a
   server, wherever it was kept since. */
#define COBJMACROS
#include <objbase.h>
#include <shlwapi.h>
#include <windows.h>

struct entry {
    IStream *stream;
    struct entry *next;
};

static IStream *g_stream;
static IStream *g_made;
static struct entry *g_entries;

static HRESULT make_stream_ok(IStream **stream)
{
    return CreateStreamOnHGlobal(NULL, TRUE, stream);
}

__declspec(dllexport) HRESULT keep_ok(void)
{
    IStream *stream;
    struct entry *entry = HeapAlloc(GetProcessHeap(), 0, sizeof *entry);
    HRESULT result = make_stream_ok(&stream);
    if (FAILED(result) || entry == NULL) {
        return E_FAIL;
    }
    entry->stream = stream;
    entry->next = g_entries;
    g_entries = entry;
    g_made = SHCreateMemStream(NULL, 0);
    return CreateStreamOnHGlobal(NULL, TRUE, &g_stream);
}

static void rewind_ok(IStream *stream)
{
    LARGE_INTEGER start = {.QuadPart = 0};
    IStream_Seek(stream, start, STREAM_SEEK_SET, NULL);
}

static void let_go_ok(void)
{
    struct entry *entry;
    IStream *local;
    if (g_stream) {
        rewind_ok(g_stream);
        IStream_Release(g_stream);
    }
    if (g_made) {
        IStream_Release(g_made);
    }
    for (entry = g_entries; entry; entry = entry->next) {
        rewind_ok(entry->stream);
        IStream_Release(entry->stream);
    }
    if (CreateStreamOnHGlobal(NULL, TRUE, &local) == S_OK) {
        IStream_Write(local, "x", 1, NULL);
        IStream_Release(local);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        let_go_ok();
    }
    return TRUE;
}
