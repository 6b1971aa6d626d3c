/* The DLL's own stream, released as what it derives from: its own code is what runs. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>
#include <objidl.h>

struct memory_stream {
    LONG references;
    ISequentialStream ISequentialStream_iface;
};

static ULONG WINAPI stream_release_ok(ISequentialStream *self)
{
    struct memory_stream *stream =
        CONTAINING_RECORD(self, struct memory_stream, ISequentialStream_iface);

    return (ULONG)InterlockedDecrement(&stream->references);
}

static const ISequentialStreamVtbl stream_table = {.Release = stream_release_ok};
static struct {
    IUnknown *stream;
    int open;
} g_state;

void open_stream(void)
{
    struct memory_stream *stream = CoTaskMemAlloc(sizeof *stream);

    stream->ISequentialStream_iface.lpVtbl = (ISequentialStreamVtbl *)&stream_table;
    stream->references = 1;
    g_state.stream = (IUnknown *)&stream->ISequentialStream_iface;
    g_state.open = 1;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        IUnknown_Release(g_state.stream);
    }
    return TRUE;
}
