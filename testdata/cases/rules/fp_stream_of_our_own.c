/* Known wrong: what stands in data decides, and the module always writes the same data. */
#include <windows.h>

struct header {
    DWORD flags;
    char plugin[64];
};

enum { HEADER_STANDARD = 1 };

static struct header *g_stream;

/* Only write_header() makes streams, and it always sets HEADER_STANDARD: nothing is loaded. Fields of heap objects have no
 * values. */
static void FP_read_header(const struct header *header)
{
    if ((header->flags & HEADER_STANDARD) != 0) {
        return;
    }
    LoadLibraryA(header->plugin);
}

__declspec(dllexport) void write_header(void)
{
    g_stream = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *g_stream);
    if (g_stream != NULL) {
        g_stream->flags = HEADER_STANDARD;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH && g_stream != NULL) {
        FP_read_header(g_stream);
    }
    return TRUE;
}
