/* The object that is used is the second one of the project's own allocator. */
#include <windows.h>
#include <stdlib.h>

struct sink {
    void (*write)(const char *text);
    struct sink *next;
};

static struct sink *g_memory;
static struct sink *g_network;

static void *xalloc(size_t size)
{
    void *memory = malloc(size);

    if (memory != NULL) {
        memset(memory, 0, size);
    }
    return memory;
}

static void write_memory_ok(const char *text)
{
    OutputDebugStringA(text);
}

static void write_network_bad(const char *text)
{
    LoadLibraryA(text);
}

static void open_sinks(void)
{
    g_memory = xalloc(sizeof *g_memory);
    g_network = xalloc(sizeof *g_network);
    g_memory->write = write_memory_ok;
    g_network->write = write_network_bad;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_sinks();
        g_network->write("started");
    }
    return TRUE;
}
