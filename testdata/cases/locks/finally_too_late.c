// flags: -fms-extensions
/* The library is freed inside the __try whose __finally gives the lock back. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

__declspec(dllexport) int close_plugin(void)
{
    EnterCriticalSection(&g_lock);
    __try {
        return FreeLibrary(g_plugin);
    } __finally {
        LeaveCriticalSection(&g_lock);
    }
    return 0;
}

static void forget_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = NULL;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
