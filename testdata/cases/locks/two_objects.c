/* Two global objects of one type have two locks: no inversion. */
#include <windows.h>

struct table {
    CRITICAL_SECTION guard;
    int n;
};

static struct table g_files, g_codecs;

static void drop_ok(struct table *table)
{
    EnterCriticalSection(&table->guard);
    table->n--;
    LeaveCriticalSection(&table->guard);
}

static void load_with(struct table *table, const char *name)
{
    EnterCriticalSection(&table->guard);
    LoadLibraryA(name);
    LeaveCriticalSection(&table->guard);
}

__declspec(dllexport) void add_codec(const char *name)
{
    load_with(&g_codecs, name);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        drop_ok(&g_files);
    }
    return TRUE;
}
