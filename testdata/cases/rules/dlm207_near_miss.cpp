/* A method and a function of a namespace that are named as the API is. */
#include <windows.h>

namespace net
{
static int CancelMibChangeNotify2(HANDLE handle)
{
    return handle != nullptr;
}
}

struct Registry {
    void UnsubscribeServiceChangeNotifications(HANDLE)
    {
    }
};

static Registry g_registry;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        net::CancelMibChangeNotify2(nullptr);
        g_registry.UnsubscribeServiceChangeNotifications(nullptr);
    }
    return TRUE;
}
