/* Known wrong: the only call that fills the field hands over NULL, so nothing is ever unloaded. */
#include <windows.h>

struct mapping {
    HMODULE collection;
    int n;
};

static struct mapping *g_mappings;

static void add_ok(int i, HMODULE collection)
{
    g_mappings[i].collection = collection;
    g_mappings[i].n = i;
}

/* What all stores to a field of a heap object have in common is not known. */
static void FP_free_collection(const struct mapping *mapping)
{
    if (mapping->collection) {
        FreeLibrary(mapping->collection);
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
        FP_free_collection(&g_mappings[0]);
    }
    return TRUE;
}
