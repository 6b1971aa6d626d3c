/* At unload nobody should be in an exported function any more: a note.  At process end a killed
   thread may have held the lock. */
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

static void close_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin = NULL;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        close_bad();
    }
    return TRUE;
}
