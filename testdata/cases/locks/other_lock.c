/* The lock under which a library is loaded is not the one that threads take. */
#include <windows.h>

static SRWLOCK g_threads_lock = SRWLOCK_INIT;
static SRWLOCK g_plugin_lock = SRWLOCK_INIT;
static int g_threads;
static HMODULE g_plugin;

static void count_thread_ok(int by)
{
    AcquireSRWLockExclusive(&g_threads_lock);
    g_threads += by;
    ReleaseSRWLockExclusive(&g_threads_lock);
}

__declspec(dllexport) HMODULE plugin(void)
{
    AcquireSRWLockExclusive(&g_plugin_lock);
    if (g_plugin == NULL) {
        g_plugin = LoadLibraryW(L"plugin.dll");
    }
    ReleaseSRWLockExclusive(&g_plugin_lock);
    return g_plugin;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        count_thread_ok(1);
    } else if (reason == DLL_THREAD_DETACH) {
        count_thread_ok(-1);
    }
    return TRUE;
}
