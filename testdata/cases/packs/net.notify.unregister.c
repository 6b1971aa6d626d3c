/* Every name of the pack net.notify.unregister, in both phases of the process. */
#define _WIN32_WINNT 0x0602
#define NTDDI_VERSION 0x06020000

#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <authz.h>
#include <fwpmu.h>
#include <winevt.h>

/* not in mingw-w64 */
DECLARE_HANDLE(HCMNOTIFICATION);
DECLARE_HANDLE(HDEVQUERY);
DECLARE_HANDLE(HSWDEVICE);
struct sc_notification_registration;
__declspec(dllimport) DWORD WINAPI CM_Unregister_Notification(HCMNOTIFICATION notification);
__declspec(dllimport) void WINAPI DevCloseObjectQuery(HDEVQUERY query);
__declspec(dllimport) DWORD WINAPI FwpmConnectionUnsubscribe0(HANDLE engine, HANDLE events);
__declspec(dllimport) void WINAPI SwDeviceClose(HSWDEVICE device);
__declspec(dllimport) void WINAPI UnsubscribeServiceChangeNotifications(
    struct sc_notification_registration *subscription);
__declspec(dllimport) HRESULT WINAPI WinBioWait(ULONG session);

extern HANDLE g_engine, g_events;

static void calls_bad(void)
{
    AuthzUnregisterCapChangeNotification(NULL);
    CM_Unregister_Notification(NULL);
    CancelMibChangeNotify2(NULL);
    DevCloseObjectQuery(NULL);
    FwpmConnectionUnsubscribe0(g_engine, g_events);
    FwpmFilterUnsubscribeChanges0(g_engine, g_events);
    FwpmNetEventUnsubscribe0(g_engine, g_events);
    SwDeviceClose(NULL);
    UnsubscribeServiceChangeNotifications(NULL);
    WinBioWait(0);
}

static void calls_ok(void)
{
    EvtClose(NULL);
    FwpmNetEventUnsubscribe0(g_engine, NULL);
    UnregisterDeviceNotification(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
