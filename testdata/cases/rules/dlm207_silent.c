/* Nothing waits at detach: no subscription, and calls that are not waited for. */
#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <fwpmu.h>
#include <rpc.h>

extern HANDLE g_engine, g_notification;
extern RPC_IF_HANDLE watch_interface;

static void forget_ok(void)
{
    FwpmNetEventUnsubscribe0(g_engine, NULL);
    RpcServerUnregisterIf(watch_interface, NULL, FALSE);
}

static BOOL give_up_ok(void)
{
    CancelMibChangeNotify2(g_notification);
    return FALSE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return give_up_ok();
    case DLL_PROCESS_DETACH:
        forget_ok();
        break;
    }
    return TRUE;
}
