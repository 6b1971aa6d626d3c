/* The helper leaves the lock before it loads, and takes it again. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

static void load_unlocked(void)
{
    LeaveCriticalSection(&g_lock);
    HMODULE module = LoadLibraryW(L"plugin.dll");
    EnterCriticalSection(&g_lock);
    g_plugin = module;
}

__declspec(dllexport) HMODULE plugin(void)
{
    EnterCriticalSection(&g_lock);
    if (g_plugin == NULL) {
        load_unlocked();
    }
    LeaveCriticalSection(&g_lock);
    return g_plugin;
}

static void forget_ok(void)
{
    EnterCriticalSection(&g_lock);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
