/* The code that loads inside the lock runs under the loader lock itself, always: one order.  The
   load is bad for its own reason. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

static void load_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    LeaveCriticalSection(&g_lock);
}

static void forget_ok(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = NULL;
    LeaveCriticalSection(&g_lock);
}

static void never_called(void)
{
    EnterCriticalSection(&g_lock);
    FreeLibrary(g_plugin);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
        load_bad();
    } else if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
