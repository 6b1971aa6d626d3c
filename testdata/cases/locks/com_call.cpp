/* A call of a COM interface inside the lock may be anything; it is not said to need the loader lock. */
#include <windows.h>
#include <objbase.h>

static CRITICAL_SECTION g_lock;
static IUnknown *g_server;

__declspec(dllexport) void disconnect()
{
    EnterCriticalSection(&g_lock);
    g_server->Release();
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
