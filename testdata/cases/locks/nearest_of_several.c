/* One lock is taken at three places under the loader lock, and that is one fault: the nearest is
   reported.  The other lock is another fault, and so is what another phase takes. */
#include <windows.h>

struct cache {
    CRITICAL_SECTION guard;
    HMODULE codec;
    int entries;
};

static struct cache g_cache;
static CRITICAL_SECTION g_log;

__declspec(dllexport) void cache_fill(const char *name)
{
    EnterCriticalSection(&g_cache.guard);
    EnterCriticalSection(&g_log);
    g_cache.codec = LoadLibraryA(name);
    LeaveCriticalSection(&g_log);
    LeaveCriticalSection(&g_cache.guard);
}

static void trim(void)
{
    EnterCriticalSection(&g_cache.guard);
    g_cache.entries--;
    LeaveCriticalSection(&g_cache.guard);
}

static int count(void)
{
    EnterCriticalSection(&g_cache.guard);
    int n = g_cache.entries;
    LeaveCriticalSection(&g_cache.guard);
    return n;
}

static void log_bad(void)
{
    EnterCriticalSection(&g_log);
    LeaveCriticalSection(&g_log);
}

static void thread_ends_bad(void)
{
    while (count() > 0) {
        trim();
    }
    EnterCriticalSection(&g_cache.guard);
    g_cache.entries = 0;
    LeaveCriticalSection(&g_cache.guard);
    log_bad();
}

static void thread_begins_bad(void)
{
    EnterCriticalSection(&g_cache.guard);
    g_cache.entries++;
    LeaveCriticalSection(&g_cache.guard);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        thread_begins_bad();
    } else if (reason == DLL_THREAD_DETACH) {
        thread_ends_bad();
    }
    return TRUE;
}
