/* A field, and a global, that nothing but NULL is ever stored in: there is nothing to unload. */
#include <windows.h>

struct mapping {
    HMODULE collection;
    int n;
};

static struct mapping *g_mappings;
static HMODULE g_last;

static void add_ok(int i, HMODULE collection)
{
    g_mappings[i].collection = collection;
    g_mappings[i].n = i;
    g_last = collection;
}

static void free_collection_ok(const struct mapping *mapping)
{
    if (mapping->collection) {
        FreeLibrary(mapping->collection);
    }
    if (g_last) {
        FreeLibrary(g_last);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_mappings = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 2 * sizeof *g_mappings);
        if (!g_mappings) {
            return FALSE;
        }
        add_ok(0, NULL);
        add_ok(1, NULL);
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        free_collection_ok(&g_mappings[0]);
    }
    return TRUE;
}
