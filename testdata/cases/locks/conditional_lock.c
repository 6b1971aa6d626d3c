/* A lock that is taken only once the DLL is set up.  What is held on some paths only does not
 * count: with it, every function that unlocks on the same condition would be reported. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static BOOL g_ready;
static unsigned g_threads;

static void lock(void)
{
    if (g_ready) {
        EnterCriticalSection(&g_lock);
    }
}

static void unlock(void)
{
    if (g_ready) {
        LeaveCriticalSection(&g_lock);
    }
}

__declspec(dllexport) HMODULE plugin(const wchar_t *name)
{
    HMODULE module;
    lock();
    module = LoadLibraryW(name);
    unlock();
    return module;
}

/* Misses: lock() is not known to take the lock in plugin(). */
static void FN_count(void)
{
    lock();
    g_threads--;
    unlock();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
        g_ready = TRUE;
    } else if (reason == DLL_THREAD_DETACH) {
        FN_count();
    }
    return TRUE;
}
