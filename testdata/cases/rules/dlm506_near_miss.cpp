/* Own functions with the names of the API. */
#include <windows.h>

static int ldap_cleanup(int level)
{
    return level;
}

struct Adapter {
    void WlanCloseHandle()
    {
    }
};

static Adapter g_adapter;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        g_adapter.WlanCloseHandle();
        ldap_cleanup(1);
    }
    return TRUE;
}
