// Packs that need no more than these headers, in one unit: parsing them is what a case costs.
#include <windows.h>

#include <winldap.h>
#include <rpc.h>
#include <rpcndr.h>
#include <snmp.h>
#include <mgmtapi.h>
#include <winhttp.h>
#include <wlanapi.h>
#include <winsvc.h>
#include <winspool.h>
#include <mapix.h>

/* ---- net.ldap ---- */

/* Every name of the pack net.ldap, in both phases of the process. */
static void net_ldap_calls_bad(void)
{
    ldap_bind_s(NULL, NULL, NULL, 0);
    ldap_bind_sA(NULL, NULL, NULL, 0);
    ldap_bind_sW(NULL, NULL, NULL, 0);
    ldap_cleanup(NULL);
    ldap_connect(NULL, NULL);
    ldap_search_s(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_search_sA(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_search_sW(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_unbind(NULL);
    ldap_unbind_s(NULL);
}

static BOOL net_ldap_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_ldap_calls_bad();
    }
    return TRUE;
}

/* ---- net.libcurl ---- */

/* Every name of the pack net.libcurl, in both phases of the process. */
/* not in mingw-w64 */
typedef void CURL;
__declspec(dllimport) CURL *curl_easy_init(void);
__declspec(dllimport) void curl_global_cleanup(void);
__declspec(dllimport) int curl_global_init(long flags);

static void net_libcurl_calls_bad(void)
{
    curl_easy_init();
    curl_global_cleanup();
    curl_global_init(3);
}

static BOOL net_libcurl_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_libcurl_calls_bad();
    }
    return TRUE;
}

/* ---- net.rpc ---- */

/* Every name of the pack net.rpc, in both phases of the process. */
/* not in mingw-w64 */
__declspec(dllimport) RPC_STATUS RPC_ENTRY RpcServerRegisterIf3(
    RPC_IF_HANDLE interface_handle, UUID *type, RPC_MGR_EPV *manager, unsigned flags,
    unsigned calls, unsigned size, RPC_IF_CALLBACK_FN *callback, void *descriptor);

static void net_rpc_calls_bad(void)
{
    NdrAsyncClientCall(NULL, NULL);
    NdrClientCall2(NULL, NULL);
    NdrClientCall3(NULL, 0, NULL);
    RpcBindingFree(NULL);
    RpcBindingFromStringBindingA(NULL, NULL);
    RpcBindingFromStringBindingW(NULL, NULL);
    RpcMgmtStopServerListening(NULL);
    RpcMgmtWaitServerListen();
    RpcServerListen(1, 1, FALSE);
    RpcServerListen(1, 1, TRUE);
    RpcServerUnregisterIf(NULL, NULL, TRUE);
    RpcServerUnregisterIfEx(NULL, NULL, 0);
    RpcServerUseProtseqEpA(NULL, 0, NULL, NULL);
    RpcServerUseProtseqEpW(NULL, 0, NULL, NULL);
}

static void net_rpc_calls_ok(void)
{
    RpcServerRegisterIf(NULL, NULL, NULL);
    RpcServerRegisterIf2(NULL, NULL, NULL, 0, 0, 0, NULL);
    RpcServerRegisterIf3(NULL, NULL, NULL, 0, 1, 0, NULL, NULL);
    RpcServerRegisterIfEx(NULL, NULL, NULL, 0, 0, NULL);
    RpcServerUnregisterIf(NULL, NULL, FALSE);
    RpcSsDestroyClientContext(NULL);
    RpcStringBindingComposeA(NULL, NULL, NULL, NULL, NULL, NULL);
    RpcStringBindingComposeW(NULL, NULL, NULL, NULL, NULL, NULL);
}

static BOOL net_rpc_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_rpc_calls_bad();
        net_rpc_calls_ok();
    }
    return TRUE;
}

/* ---- net.snmp ---- */

/* Every name of the pack net.snmp, in both phases of the process. */
static void net_snmp_calls_bad(void)
{
    SnmpMgrClose(NULL);
    SnmpMgrOpen(NULL, NULL, 0, 0);
    SnmpMgrRequest(NULL, 0, NULL, NULL, NULL);
    SnmpMgrTrapListen(NULL);
}

static void net_snmp_calls_ok(void)
{
    SnmpMgrStrToOid(NULL, NULL);
}

static BOOL net_snmp_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_snmp_calls_bad();
        net_snmp_calls_ok();
    }
    return TRUE;
}

/* ---- net.winhttp ---- */

/* Every name of the pack net.winhttp, in both phases of the process. */
/* not in mingw-w64 */
__declspec(dllimport) DWORD WINAPI WinHttpRegisterProxyChangeNotification(
    ULONGLONG flags, void *callback, void *context, void *registration);
__declspec(dllimport) DWORD WINAPI WinHttpUnregisterProxyChangeNotification(void *registration);

static void net_winhttp_calls_a_bad(void)
{
    WinHttpAddRequestHeaders(NULL, NULL, 0, 0);
    WinHttpCloseHandle(NULL);
    WinHttpConnect(NULL, NULL, 0, 0);
    WinHttpCreateProxyResolver(NULL, NULL);
    WinHttpDetectAutoProxyConfigUrl(0, NULL);
    WinHttpFreeProxyResult(NULL);
    WinHttpFreeProxyResultEx(NULL);
    WinHttpFreeProxySettings(NULL);
    WinHttpGetDefaultProxyConfiguration(NULL);
    WinHttpGetIEProxyConfigForCurrentUser(NULL);
    WinHttpGetProxyForUrl(NULL, NULL, NULL, NULL);
    WinHttpGetProxyForUrlEx(NULL, NULL, NULL, 0);
    WinHttpGetProxyForUrlEx2(NULL, NULL, NULL, 0, NULL, 0);
    WinHttpGetProxyResult(NULL, NULL);
    WinHttpGetProxyResultEx(NULL, NULL);
    WinHttpGetProxySettingsVersion(NULL, NULL);
    WinHttpOpen(NULL, 0, NULL, NULL, 0);
    WinHttpOpenRequest(NULL, NULL, NULL, NULL, NULL, NULL, 0);
    WinHttpQueryAuthSchemes(NULL, NULL, NULL, NULL);
    WinHttpQueryDataAvailable(NULL, NULL);
}

static void net_winhttp_calls_b_bad(void)
{
    WinHttpQueryHeaders(NULL, 0, NULL, NULL, NULL, NULL);
    WinHttpQueryOption(NULL, 0, NULL, NULL);
    WinHttpReadData(NULL, NULL, 0, NULL);
    WinHttpReadProxySettings(NULL, NULL, 0, 0, NULL, NULL, NULL);
    WinHttpReceiveResponse(NULL, NULL);
    WinHttpRegisterProxyChangeNotification(0, NULL, NULL, NULL);
    WinHttpResetAutoProxy(NULL, 0);
    WinHttpSendRequest(NULL, NULL, 0, NULL, 0, 0, 0);
    WinHttpSetCredentials(NULL, 0, 0, NULL, NULL, NULL);
    WinHttpSetDefaultProxyConfiguration(NULL);
    WinHttpSetOption(NULL, 0, NULL, 0);
    WinHttpSetStatusCallback(NULL, NULL, 0, 0);
    WinHttpSetTimeouts(NULL, 0, 0, 0, 0);
    WinHttpUnregisterProxyChangeNotification(NULL);
    WinHttpWebSocketClose(NULL, 0, NULL, 0);
    WinHttpWebSocketCompleteUpgrade(NULL, 0);
    WinHttpWebSocketQueryCloseStatus(NULL, NULL, NULL, 0, NULL);
    WinHttpWebSocketReceive(NULL, NULL, 0, NULL, NULL);
    WinHttpWebSocketSend(NULL, (WINHTTP_WEB_SOCKET_BUFFER_TYPE)0, NULL, 0);
    WinHttpWebSocketShutdown(NULL, 0, NULL, 0);
    WinHttpWriteData(NULL, NULL, 0, NULL);
}

static void net_winhttp_calls_ok(void)
{
    WinHttpCrackUrl(NULL, 0, 0, NULL);
    WinHttpCreateUrl(NULL, 0, NULL, NULL);
    WinHttpTimeFromSystemTime(NULL, NULL);
    WinHttpTimeToSystemTime(NULL, NULL);
}

static BOOL net_winhttp_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_winhttp_calls_a_bad();
        net_winhttp_calls_b_bad();
        net_winhttp_calls_ok();
    }
    return TRUE;
}

/* ---- net.wlan ---- */

/* Every name of the pack net.wlan, in both phases of the process. */
static void net_wlan_calls_a_bad(void)
{
    WlanCloseHandle(NULL, NULL);
    WlanConnect(NULL, NULL, NULL, NULL);
    WlanDeleteProfile(NULL, NULL, NULL, NULL);
    WlanDisconnect(NULL, NULL, NULL);
    WlanEnumInterfaces(NULL, NULL, NULL);
    WlanGetAvailableNetworkList(NULL, NULL, 0, NULL, NULL);
    WlanGetFilterList(NULL, (WLAN_FILTER_LIST_TYPE)0, NULL, NULL);
    WlanGetInterfaceCapability(NULL, NULL, NULL, NULL);
    WlanGetNetworkBssList(NULL, NULL, NULL, (DOT11_BSS_TYPE)0, 0, NULL, NULL);
    WlanGetProfile(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    WlanGetProfileCustomUserData(NULL, NULL, NULL, NULL, NULL, NULL);
    WlanGetProfileList(NULL, NULL, NULL, NULL);
    WlanGetSecuritySettings(NULL, (WLAN_SECURABLE_OBJECT)0, NULL, NULL, NULL);
    WlanIhvControl(NULL, NULL, (WLAN_IHV_CONTROL_TYPE)0, 0, NULL, 0, NULL, NULL);
    WlanOpenHandle(0, NULL, NULL, NULL);
    WlanQueryAutoConfigParameter(NULL, (WLAN_AUTOCONF_OPCODE)0, NULL, NULL, NULL, NULL);
}

static void net_wlan_calls_b_bad(void)
{
    WlanQueryInterface(NULL, NULL, (WLAN_INTF_OPCODE)0, NULL, NULL, NULL, NULL);
    WlanRegisterNotification(NULL, 0, 0, NULL, NULL, NULL, NULL);
    WlanRenameProfile(NULL, NULL, NULL, NULL, NULL);
    WlanSaveTemporaryProfile(NULL, NULL, NULL, NULL, 0, 0, NULL);
    WlanScan(NULL, NULL, NULL, NULL, NULL);
    WlanSetAutoConfigParameter(NULL, (WLAN_AUTOCONF_OPCODE)0, 0, NULL, NULL);
    WlanSetFilterList(NULL, (WLAN_FILTER_LIST_TYPE)0, NULL, NULL);
    WlanSetInterface(NULL, NULL, (WLAN_INTF_OPCODE)0, 0, NULL, NULL);
    WlanSetProfile(NULL, NULL, 0, NULL, NULL, 0, NULL, NULL);
    WlanSetProfileCustomUserData(NULL, NULL, NULL, 0, NULL, NULL);
    WlanSetProfileEapUserData(NULL, NULL, NULL, (EAP_METHOD_TYPE){0}, 0, 0, NULL, NULL);
    WlanSetProfileEapXmlUserData(NULL, NULL, NULL, 0, NULL, NULL);
    WlanSetProfileList(NULL, NULL, 0, NULL, NULL);
    WlanSetProfilePosition(NULL, NULL, NULL, 0, NULL);
    WlanSetPsdIEDataList(NULL, NULL, NULL, NULL);
    WlanSetSecuritySettings(NULL, (WLAN_SECURABLE_OBJECT)0, NULL);
}

static BOOL net_wlan_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_wlan_calls_a_bad();
        net_wlan_calls_b_bad();
    }
    return TRUE;
}

/* ---- net.xdp ---- */

/* Every name of the pack net.xdp, in both phases of the process. */
/* not in mingw-w64 */
struct xdp_api;
__declspec(dllimport) HRESULT XdpLoadApi(
    UINT32 version, void **context, const struct xdp_api **api);

static void net_xdp_calls_bad(void)
{
    XdpLoadApi(0, NULL, NULL);
}

static BOOL net_xdp_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        net_xdp_calls_bad();
    }
    return TRUE;
}

/* ---- services ---- */

/* Every name of the pack services, in both phases of the process. */
static void services_calls_bad(void)
{
    ChangeServiceConfigA(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    ChangeServiceConfigW(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    CloseServiceHandle(NULL);
    ControlService(NULL, 0, NULL);
    CreateServiceA(NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    CreateServiceW(NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    DeleteService(NULL);
    EnumServicesStatusA(NULL, 0, 0, NULL, 0, NULL, NULL, NULL);
    EnumServicesStatusExA(NULL, (SC_ENUM_TYPE)0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    EnumServicesStatusExW(NULL, (SC_ENUM_TYPE)0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    EnumServicesStatusW(NULL, 0, 0, NULL, 0, NULL, NULL, NULL);
    NotifyServiceStatusChangeA(NULL, 0, NULL);
    NotifyServiceStatusChangeW(NULL, 0, NULL);
    OpenSCManagerA(NULL, NULL, 0);
    OpenSCManagerW(NULL, NULL, 0);
    OpenServiceA(NULL, NULL, 0);
    OpenServiceW(NULL, NULL, 0);
    QueryServiceStatus(NULL, NULL);
    QueryServiceStatusEx(NULL, (SC_STATUS_TYPE)0, NULL, 0, NULL);
    RegisterServiceCtrlHandlerA(NULL, NULL);
    RegisterServiceCtrlHandlerExA(NULL, NULL, NULL);
    RegisterServiceCtrlHandlerExW(NULL, NULL, NULL);
    RegisterServiceCtrlHandlerW(NULL, NULL);
    SetServiceStatus(NULL, NULL);
    StartServiceA(NULL, 0, NULL);
    StartServiceCtrlDispatcherA(NULL);
    StartServiceCtrlDispatcherW(NULL);
    StartServiceW(NULL, 0, NULL);
}

static BOOL services_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        services_calls_bad();
    }
    return TRUE;
}

/* ---- print ---- */

/* Every name of the pack print, in both phases of the process. */
static void print_calls_a_bad(void)
{
    AbortPrinter(NULL);
    AddFormA(NULL, 0, NULL);
    AddFormW(NULL, 0, NULL);
    AddJobA(NULL, 0, NULL, 0, NULL);
    AddJobW(NULL, 0, NULL, 0, NULL);
    AddMonitorA(NULL, 0, NULL);
    AddMonitorW(NULL, 0, NULL);
    AddPortA(NULL, NULL, NULL);
    AddPortW(NULL, NULL, NULL);
    AddPrintProcessorA(NULL, NULL, NULL, NULL);
    AddPrintProcessorW(NULL, NULL, NULL, NULL);
    AddPrintProvidorA(NULL, 0, NULL);
    AddPrintProvidorW(NULL, 0, NULL);
    AddPrinterA(NULL, 0, NULL);
    AddPrinterConnection2A(NULL, NULL, 0, NULL);
    AddPrinterConnection2W(NULL, NULL, 0, NULL);
    AddPrinterConnectionA(NULL);
    AddPrinterConnectionW(NULL);
    AddPrinterDriverA(NULL, 0, NULL);
    AddPrinterDriverExA(NULL, 0, NULL, 0);
    AddPrinterDriverExW(NULL, 0, NULL, 0);
    AddPrinterDriverW(NULL, 0, NULL);
    AddPrinterW(NULL, 0, NULL);
    AdvancedDocumentPropertiesA(NULL, NULL, NULL, NULL, NULL);
    AdvancedDocumentPropertiesW(NULL, NULL, NULL, NULL, NULL);
    ClosePrinter(NULL);
    CloseSpoolFileHandle(NULL, NULL);
    CommitSpoolData(NULL, NULL, 0);
    ConfigurePortA(NULL, NULL, NULL);
}

static void print_calls_b_bad(void)
{
    ConfigurePortW(NULL, NULL, NULL);
    ConnectToPrinterDlg(NULL, 0);
    DeleteFormA(NULL, NULL);
    DeleteFormW(NULL, NULL);
    DeleteMonitorA(NULL, NULL, NULL);
    DeleteMonitorW(NULL, NULL, NULL);
    DeletePortA(NULL, NULL, NULL);
    DeletePortW(NULL, NULL, NULL);
    DeletePrintProcessorA(NULL, NULL, NULL);
    DeletePrintProcessorW(NULL, NULL, NULL);
    DeletePrintProvidorA(NULL, NULL, NULL);
    DeletePrintProvidorW(NULL, NULL, NULL);
    DeletePrinter(NULL);
    DeletePrinterConnectionA(NULL);
    DeletePrinterConnectionW(NULL);
    DeletePrinterDataA(NULL, NULL);
    DeletePrinterDataExA(NULL, NULL, NULL);
    DeletePrinterDataExW(NULL, NULL, NULL);
    DeletePrinterDataW(NULL, NULL);
    DeletePrinterDriverA(NULL, NULL, NULL);
    DeletePrinterDriverExA(NULL, NULL, NULL, 0, 0);
    DeletePrinterDriverExW(NULL, NULL, NULL, 0, 0);
    DeletePrinterDriverPackageA(NULL, NULL, NULL);
    DeletePrinterDriverPackageW(NULL, NULL, NULL);
    DeletePrinterDriverW(NULL, NULL, NULL);
    DeletePrinterKeyA(NULL, NULL);
    DeletePrinterKeyW(NULL, NULL);
    DeviceCapabilitiesA(NULL, NULL, 0, NULL, NULL);
    DeviceCapabilitiesW(NULL, NULL, 0, NULL, NULL);
}

static void print_calls_c_bad(void)
{
    DocumentPropertiesA(NULL, NULL, NULL, NULL, NULL, 0);
    DocumentPropertiesW(NULL, NULL, NULL, NULL, NULL, 0);
    EndDocPrinter(NULL);
    EndPagePrinter(NULL);
    EnumFormsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumFormsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumJobsA(NULL, 0, 0, 0, NULL, 0, NULL, NULL);
    EnumJobsW(NULL, 0, 0, 0, NULL, 0, NULL, NULL);
    EnumMonitorsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumMonitorsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumPortsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumPortsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorDatatypesA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorDatatypesW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorsA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorsW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterDataA(NULL, 0, NULL, 0, NULL, NULL, NULL, 0, NULL);
    EnumPrinterDataExA(NULL, NULL, NULL, 0, NULL, NULL);
    EnumPrinterDataExW(NULL, NULL, NULL, 0, NULL, NULL);
    EnumPrinterDataW(NULL, 0, NULL, 0, NULL, NULL, NULL, 0, NULL);
    EnumPrinterDriversA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterDriversW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterKeyA(NULL, NULL, NULL, 0, NULL);
    EnumPrinterKeyW(NULL, NULL, NULL, 0, NULL);
    EnumPrintersA(0, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintersW(0, NULL, 0, NULL, 0, NULL, NULL);
    ExtDeviceMode(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
    FindClosePrinterChangeNotification(NULL);
    FindFirstPrinterChangeNotification(NULL, 0, 0, NULL);
}

static void print_calls_d_bad(void)
{
    FindNextPrinterChangeNotification(NULL, NULL, NULL, NULL);
    FlushPrinter(NULL, NULL, 0, NULL, 0);
    GetCorePrinterDriversA(NULL, NULL, NULL, 0, NULL);
    GetCorePrinterDriversW(NULL, NULL, NULL, 0, NULL);
    GetDefaultPrinterA(NULL, NULL);
    GetDefaultPrinterW(NULL, NULL);
    GetFormA(NULL, NULL, 0, NULL, 0, NULL);
    GetFormW(NULL, NULL, 0, NULL, 0, NULL);
    GetJobA(NULL, 0, 0, NULL, 0, NULL);
    GetJobW(NULL, 0, 0, NULL, 0, NULL);
    GetPrintProcessorDirectoryA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrintProcessorDirectoryW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterA(NULL, 0, NULL, 0, NULL);
    GetPrinterDataA(NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataExA(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataExW(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataW(NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriver2A(NULL, NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriver2W(NULL, NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverDirectoryA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverDirectoryW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverPackagePathA(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriverPackagePathW(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriverW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterW(NULL, 0, NULL, 0, NULL);
    OpenPrinter2A(NULL, NULL, NULL, NULL);
    OpenPrinter2W(NULL, NULL, NULL, NULL);
    OpenPrinterA(NULL, NULL, NULL);
}

static void print_calls_e_bad(void)
{
    OpenPrinterW(NULL, NULL, NULL);
    PrinterProperties(NULL, NULL);
    ReadPrinter(NULL, NULL, 0, NULL);
    ReportJobProcessingProgress(NULL, 0, (EPrintXPSJobOperation)0, (EPrintXPSJobProgress)0);
    ResetPrinterA(NULL, NULL);
    ResetPrinterW(NULL, NULL);
    ScheduleJob(NULL, 0);
    SetDefaultPrinterA(NULL);
    SetDefaultPrinterW(NULL);
    SetFormA(NULL, NULL, 0, NULL);
    SetFormW(NULL, NULL, 0, NULL);
    SetJobA(NULL, 0, 0, NULL, 0);
    SetJobW(NULL, 0, 0, NULL, 0);
    SetPortA(NULL, NULL, 0, NULL);
    SetPortW(NULL, NULL, 0, NULL);
    SetPrinterA(NULL, 0, NULL, 0);
    SetPrinterDataA(NULL, NULL, 0, NULL, 0);
    SetPrinterDataExA(NULL, NULL, NULL, 0, NULL, 0);
    SetPrinterDataExW(NULL, NULL, NULL, 0, NULL, 0);
    SetPrinterDataW(NULL, NULL, 0, NULL, 0);
    SetPrinterW(NULL, 0, NULL, 0);
    StartDocPrinterA(NULL, 0, NULL);
    StartDocPrinterW(NULL, 0, NULL);
    StartPagePrinter(NULL);
    UploadPrinterDriverPackageA(NULL, NULL, NULL, 0, NULL, NULL, NULL);
    UploadPrinterDriverPackageW(NULL, NULL, NULL, 0, NULL, NULL, NULL);
    WaitForPrinterChange(NULL, 0);
    WritePrinter(NULL, NULL, 0, NULL);
    XcvDataW(NULL, NULL, NULL, 0, NULL, 0, NULL, NULL);
}

static BOOL print_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        print_calls_a_bad();
        print_calls_b_bad();
        print_calls_c_bad();
        print_calls_d_bad();
        print_calls_e_bad();
    }
    return TRUE;
}

/* ---- mapi ---- */

/* Every name of the pack mapi, in both phases of the process. */
static void mapi_calls_bad(void)
{
    MAPIInitialize(NULL);
    MAPIUninitialize();
}

static BOOL mapi_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        mapi_calls_bad();
    }
    return TRUE;
}

/* ---- office.xll ---- */

/* Every name of the pack office.xll, in both phases of the process. */
/* not in mingw-w64 */
struct xloper;
struct xloper12;
__declspec(dllimport) int __cdecl Excel4(int function, struct xloper *result, int count, ...);
__declspec(dllimport) int __stdcall Excel4v(
    int function, struct xloper *result, int count, struct xloper *values[]);
int __cdecl Excel12(int function, struct xloper12 *result, int count, ...);
int __stdcall Excel12v(int function, struct xloper12 *result, int count, struct xloper12 *values[]);

static void office_xll_calls_bad(void)
{
    Excel12(8, NULL, 0);
    Excel12v(0, NULL, 0, NULL);
    Excel4(8, NULL, 0);
    Excel4v(0, NULL, 0, NULL);
}

static BOOL office_xll_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        office_xll_calls_bad();
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    net_ldap_all(instance, reason, reserved);
    net_libcurl_all(instance, reason, reserved);
    net_rpc_all(instance, reason, reserved);
    net_snmp_all(instance, reason, reserved);
    net_winhttp_all(instance, reason, reserved);
    net_wlan_all(instance, reason, reserved);
    net_xdp_all(instance, reason, reserved);
    services_all(instance, reason, reserved);
    print_all(instance, reason, reserved);
    mapi_all(instance, reason, reserved);
    office_xll_all(instance, reason, reserved);
    return TRUE;
}
