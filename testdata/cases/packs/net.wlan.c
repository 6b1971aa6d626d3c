/* Every name of the pack net.wlan, in both phases of the process. */
#include <windows.h>
#include <wlanapi.h>

static void calls_a_bad(void)
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

static void calls_b_bad(void)
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

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_a_bad();
        calls_b_bad();
    }
    return TRUE;
}
