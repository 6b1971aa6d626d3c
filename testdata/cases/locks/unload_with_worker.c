/* The DLL's own thread still runs while the DLL is unloaded. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_plugin;

static DWORD WINAPI worker(void *unused)
{
    EnterCriticalSection(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    LeaveCriticalSection(&g_lock);
    return 0;
}

__declspec(dllexport) void start(void)
{
    CloseHandle(CreateThread(NULL, 0, worker, NULL, 0, NULL));
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
