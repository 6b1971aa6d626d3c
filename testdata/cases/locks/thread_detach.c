/* A thread ends while another one asks for the DLL's path inside the lock: each has what the other needs. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static int g_threads;
static wchar_t g_path[MAX_PATH];

static void forget_thread_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_threads--;
    LeaveCriticalSection(&g_lock);
}

__declspec(dllexport) const wchar_t *codec_path(HMODULE module)
{
    EnterCriticalSection(&g_lock);
    if (g_path[0] == 0) {
        GetModuleFileNameW(module, g_path, MAX_PATH);
    }
    LeaveCriticalSection(&g_lock);
    return g_path;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
    } else if (reason == DLL_THREAD_DETACH) {
        forget_thread_bad();
    }
    return TRUE;
}
