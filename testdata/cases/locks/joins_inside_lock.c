/* The thread that is waited for needs the loader lock to end. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HANDLE g_worker;

static DWORD WINAPI worker(void *unused)
{
    return 0;
}

__declspec(dllexport) void start(void)
{
    g_worker = CreateThread(NULL, 0, worker, NULL, 0, NULL);
}

__declspec(dllexport) void stop(void)
{
    EnterCriticalSection(&g_lock);
    WaitForSingleObject(g_worker, INFINITE);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
