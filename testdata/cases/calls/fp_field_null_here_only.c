/* Known wrong: a field that holds NULL in the objects of one struct, and something in those of another
   which embeds the same struct.  Fields are told apart by their own struct alone. */
#include <windows.h>

struct binding {
    HMODULE library;
};

struct server {
    struct binding binding;
};

struct client {
    struct binding binding;
};

static struct server *g_server;
struct client *g_client;

/* The field of a server never holds a library. */
static void FP_end_server(void)
{
    if (g_server->binding.library) {
        FreeLibrary(g_server->binding.library);
    }
}

__declspec(dllexport) void make_server(void)
{
    g_server = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *g_server);
    g_server->binding.library = NULL;
}

__declspec(dllexport) void connect(struct client *client)
{
    client->binding.library = LoadLibraryA("transport.dll");
    g_client = client;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        FP_end_server();
    }
    return TRUE;
}
