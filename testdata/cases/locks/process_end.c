/* At process end the thread that loaded a library inside the lock was killed: nobody gives it back. */
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

static void flush_bad(void)
{
    EnterCriticalSection(&g_lock);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        flush_bad();
    }
    return TRUE;
}
