/* Every name of the pack register.callback that registers something; nothing is ended. */
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
#include <signal.h>
#include <stdlib.h>
#include <exception>

/* not in mingw-w64 */
DECLARE_HANDLE(HDEVQUERY);
DECLARE_HANDLE(HSWDEVICE);
struct sc_notification_registration;
extern "C" {
__declspec(dllimport) HRESULT WINAPI DevCreateObjectQuery(
    int type, ULONG flags, ULONG properties, const void *names, ULONG filters, const void *filter,
    void *callback, void *context, HDEVQUERY *query);
__declspec(dllimport) DWORD WINAPI FwpmConnectionSubscribe0(
    HANDLE engine, const void *subscription, void *callback, void *context, HANDLE *events);
__declspec(dllimport) DWORD WINAPI SubscribeServiceChangeNotifications(SC_HANDLE service, int type,
    void *callback, void *context, struct sc_notification_registration **subscription);
__declspec(dllimport) HRESULT WINAPI SwDeviceCreate(const WCHAR *enumerator, const WCHAR *parent,
    const void *information, ULONG count, const void *properties, void *callback, void *context,
    HSWDEVICE *device);
typedef void(__cdecl *se_translator)(unsigned, EXCEPTION_POINTERS *);
__declspec(dllimport) se_translator __cdecl _set_se_translator(se_translator translator);
}

static void on_end_ok()
{
}

static void on_signal_ok(int number)
{
}

static void on_parameter_ok(const wchar_t *, const wchar_t *, const wchar_t *, unsigned, uintptr_t)
{
}

static void on_exception_ok(unsigned, EXCEPTION_POINTERS *)
{
}

static DWORD WINAPI on_event_ok(EVT_SUBSCRIBE_NOTIFY_ACTION action, PVOID context, EVT_HANDLE event)
{
    return 0;
}

static void calls_bad(void)
{
    AuthzRegisterCapChangeNotification(NULL, NULL, NULL);
    DevCreateObjectQuery(0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    EvtSubscribe(NULL, NULL, NULL, NULL, NULL, NULL, on_event_ok, 0);
    FwpmConnectionSubscribe0(NULL, NULL, NULL, NULL, NULL);
    FwpmFilterSubscribeChanges0(NULL, NULL, NULL, NULL, NULL);
    FwpmNetEventSubscribe0(NULL, NULL, NULL, NULL, NULL);
    NotifyIpInterfaceChange(0, NULL, NULL, 0, NULL);
    NotifyRouteChange2(0, NULL, NULL, 0, NULL);
    NotifyStableUnicastIpAddressTable(0, NULL, NULL, NULL, NULL);
    NotifyTeredoPortChange(NULL, NULL, 0, NULL);
    NotifyUnicastIpAddressChange(0, NULL, NULL, 0, NULL);
    RegisterApplicationRecoveryCallback(NULL, NULL, 0, 0);
    RtlInstallFunctionTableCallback(0, 0, 0, NULL, NULL, NULL);
    SubscribeServiceChangeNotifications(NULL, 0, NULL, NULL, NULL);
    SwDeviceCreate(NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
    _set_invalid_parameter_handler(on_parameter_ok);
    _set_purecall_handler(on_end_ok);
    _set_se_translator(on_exception_ok);
    signal(SIGABRT, on_signal_ok);
    std::set_terminate(on_end_ok);
}

static void calls_ok(void)
{
    RegisterApplicationRestart(NULL, 0);
    RegisterDeviceNotificationA(NULL, NULL, 0);
    RegisterDeviceNotificationW(NULL, NULL, 0);
    RtlAddFunctionTable(NULL, 0, 0);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
