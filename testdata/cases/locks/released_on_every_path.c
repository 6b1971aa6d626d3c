/* The lock is given back before the library is loaded, and where only one path holds it, it is not
   certainly held. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;
static int g_users;

__declspec(dllexport) HMODULE plugin(int wait)
{
    EnterCriticalSection(&g_lock);
    if (g_plugin != NULL) {
        g_users++;
        LeaveCriticalSection(&g_lock);
        return g_plugin;
    }
    LeaveCriticalSection(&g_lock);
    HMODULE module = LoadLibraryW(L"plugin.dll");
    if (wait) {
        EnterCriticalSection(&g_lock);
    }
    if (!wait) {
        FreeLibrary(module);
    }
    if (wait) {
        LeaveCriticalSection(&g_lock);
    }
    return module;
}

static void leave_ok(void)
{
    EnterCriticalSection(&g_lock);
    g_users--;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        leave_ok();
    }
    return TRUE;
}
