/* Near misses: what is bad only while the process ends, in a wrapper; and an object that the DLL
 * constructs and destroys by hand when it is asked to. */
#include <windows.h>
#include "include/wil.h"

struct pool_ok {
    ~pool_ok()
    {
        CloseThreadpoolCleanupGroup(group);
    }
    PTP_CLEANUP_GROUP group;
};

struct worker_ok {
    ~worker_ok()
    {
        WaitForSingleObject(thread, INFINITE);
    }
    HANDLE thread;
};

wil::shutdown_aware_object<pool_ok> g_pool;
wil::manually_managed_shutdown_aware_object<worker_ok> g_worker;

extern "C" __declspec(dllexport) void stop_ok()
{
    g_worker.destroy();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
