/* To start a thread inside the lock and not wait for it is fine. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HANDLE g_worker;

static DWORD WINAPI worker(void *unused)
{
    return 0;
}

__declspec(dllexport) void start(void)
{
    EnterCriticalSection(&g_lock);
    if (g_worker == NULL) {
        g_worker = CreateThread(NULL, 0, worker, NULL, 0, NULL);
    }
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
