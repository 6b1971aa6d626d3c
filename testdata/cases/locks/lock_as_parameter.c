/* One wrapper takes several locks; each is known by the argument. */
#include <windows.h>

struct table {
    CRITICAL_SECTION guard;
    int n;
};

static struct table g_files, g_codecs;

static void enter_bad(CRITICAL_SECTION *section)
{
    EnterCriticalSection(section);
}

static void leave(CRITICAL_SECTION *section)
{
    LeaveCriticalSection(section);
}

static void drop_bad(struct table *table)
{
    enter_bad(&table->guard);
    table->n--;
    leave(&table->guard);
}

static void load_with(struct table *table, const char *name)
{
    enter_bad(&table->guard);
    LoadLibraryA(name);
    leave(&table->guard);
}

__declspec(dllexport) void add_codec(const char *name)
{
    load_with(&g_codecs, name);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        enter_bad(&g_files.guard);
        leave(&g_files.guard);
        drop_bad(&g_codecs);
    }
    return TRUE;
}
