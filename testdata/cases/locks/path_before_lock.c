/* The loader is asked before the lock is taken: one order everywhere. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static int g_threads;
static wchar_t g_path[MAX_PATH];

static void forget_thread_ok(void)
{
    EnterCriticalSection(&g_lock);
    g_threads--;
    LeaveCriticalSection(&g_lock);
}

__declspec(dllexport) void codec_path(HMODULE module, wchar_t *out)
{
    wchar_t path[MAX_PATH];
    GetModuleFileNameW(module, path, MAX_PATH);
    EnterCriticalSection(&g_lock);
    lstrcpyW(g_path, path);
    lstrcpyW(out, g_path);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
    } else if (reason == DLL_THREAD_DETACH) {
        forget_thread_ok();
    }
    return TRUE;
}
