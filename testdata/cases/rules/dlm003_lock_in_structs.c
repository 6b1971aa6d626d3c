/* Locks that are fields of several objects, or are reached through a pointer: which one is made and
 * which one is ended is not known, and nothing is said of the contract. */
#include <windows.h>

struct table {
    CRITICAL_SECTION lock;
    int users;
};

struct cache {
    CRITICAL_SECTION guard;
};

static struct table g_first;
static struct table g_second;
static struct cache g_cache;

static BOOL can_run(void)
{
    return GetFileAttributesA("core.cfg") != INVALID_FILE_ATTRIBUTES;
}

static void make_ok(struct cache *cache)
{
    InitializeCriticalSection(&cache->guard);
}

static void end_ok(void)
{
    DeleteCriticalSection(&g_first.lock);
    DeleteCriticalSection(&g_cache.guard);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        InitializeCriticalSection(&g_first.lock);
        if (!can_run()) {
            return FALSE;
        }
        InitializeCriticalSection(&g_second.lock);
        make_ok(&g_cache);
        break;
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            end_ok();
        }
        break;
    }
    return TRUE;
}
