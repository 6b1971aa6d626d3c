/* Under the loader lock the lock is only tried. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

__declspec(dllexport) HMODULE plugin(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    LeaveCriticalSection(&g_lock);
    return g_plugin;
}

static void forget_ok(void)
{
    if (TryEnterCriticalSection(&g_lock)) {
        g_plugin = NULL;
        LeaveCriticalSection(&g_lock);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
