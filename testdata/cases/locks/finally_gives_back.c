// flags: -fms-extensions
/* __finally gives the lock back on every way out, also before the library is freed. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

__declspec(dllexport) void close_plugin(void)
{
    HMODULE module = NULL;
    EnterCriticalSection(&g_lock);
    __try {
        module = g_plugin;
        g_plugin = NULL;
    } __finally {
        LeaveCriticalSection(&g_lock);
    }
    FreeLibrary(module);
}

static void forget_ok(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = NULL;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
