/* A connection to WMI, made under the lock. */
#include <windows.h>
#include <wbemcli.h>

static IWbemLocator *g_locator;
static IWbemServices *g_services;

static void connect_bad()
{
    g_locator->ConnectServer(nullptr, nullptr, nullptr, nullptr, 0, nullptr, nullptr, &g_services);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        connect_bad();
    }
    return TRUE;
}
