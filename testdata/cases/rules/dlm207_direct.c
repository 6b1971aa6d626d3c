/* The network notification is ended when the DLL is unloaded: its callback may be running. */
#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>
#include <netioapi.h>

static HANDLE g_notification;

static void WINAPI on_change_ok(void *context, MIB_IPINTERFACE_ROW *row, MIB_NOTIFICATION_TYPE type)
{
    LoadLibraryW(L"netcfgx.dll");
}

__declspec(dllexport) DWORD watch_ok(void)
{
    return NotifyIpInterfaceChange(AF_UNSPEC, on_change_ok, NULL, FALSE, &g_notification);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        CancelMibChangeNotify2(g_notification);
    }
    return TRUE;
}
