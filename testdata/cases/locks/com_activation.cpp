/* COM activation inside the lock loads the server's DLL. */
#include <windows.h>
#include <objbase.h>

static CRITICAL_SECTION g_lock;
static IUnknown *g_server;

__declspec(dllexport) HRESULT connect(REFCLSID clsid)
{
    EnterCriticalSection(&g_lock);
    HRESULT result = CoCreateInstance(clsid, nullptr, CLSCTX_INPROC_SERVER, IID_IUnknown,
                                      reinterpret_cast<void **>(&g_server));
    LeaveCriticalSection(&g_lock);
    return result;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
