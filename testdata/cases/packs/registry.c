/* Each function of the registry. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <winreg.h>
#include <shlwapi.h>

static void all_1_bad(void)
{
    RegConnectRegistryA(0, 0, 0);
    RegConnectRegistryW(0, 0, 0);
    RegConnectRegistryExA(0, 0, 0, 0);
    RegConnectRegistryExW(0, 0, 0, 0);
    RegCopyTreeA(0, 0, 0);
    RegCopyTreeW(0, 0, 0);
    RegCreateKeyA(0, 0, 0);
    RegCreateKeyW(0, 0, 0);
    RegCreateKeyExA(0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegCreateKeyExW(0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegCreateKeyTransactedA(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegCreateKeyTransactedW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegDeleteKeyA(0, 0);
    RegDeleteKeyW(0, 0);
    RegDeleteKeyExA(0, 0, 0, 0);
    RegDeleteKeyExW(0, 0, 0, 0);
    RegDeleteKeyTransactedA(0, 0, 0, 0, 0, 0);
    RegDeleteKeyTransactedW(0, 0, 0, 0, 0, 0);
    RegDeleteKeyValueA(0, 0, 0);
    RegDeleteKeyValueW(0, 0, 0);
    RegDeleteTreeA(0, 0);
    RegDeleteTreeW(0, 0);
    RegDeleteValueA(0, 0);
    RegDeleteValueW(0, 0);
    RegDisablePredefinedCache();
    RegDisablePredefinedCacheEx();
    RegEnumKeyA(0, 0, 0, 0);
    RegEnumKeyW(0, 0, 0, 0);
    RegEnumKeyExA(0, 0, 0, 0, 0, 0, 0, 0);
    RegEnumKeyExW(0, 0, 0, 0, 0, 0, 0, 0);
    RegEnumValueA(0, 0, 0, 0, 0, 0, 0, 0);
    RegEnumValueW(0, 0, 0, 0, 0, 0, 0, 0);
    RegFlushKey(0);
    RegGetKeySecurity(0, 0, 0, 0);
    RegGetValueA(0, 0, 0, 0, 0, 0, 0);
    RegGetValueW(0, 0, 0, 0, 0, 0, 0);
    RegLoadAppKeyA(0, 0, 0, 0, 0);
    RegLoadAppKeyW(0, 0, 0, 0, 0);
    RegLoadKeyA(0, 0, 0);
    RegLoadKeyW(0, 0, 0);
}

static void all_2_bad(void)
{
    RegLoadMUIStringA(0, 0, 0, 0, 0, 0, 0);
    RegLoadMUIStringW(0, 0, 0, 0, 0, 0, 0);
    RegNotifyChangeKeyValue(0, 0, 0, 0, TRUE);
    RegOpenCurrentUser(0, 0);
    RegOpenKeyA(0, 0, 0);
    RegOpenKeyW(0, 0, 0);
    RegOpenKeyExA(0, 0, 0, 0, 0);
    RegOpenKeyExW(0, 0, 0, 0, 0);
    RegOpenKeyTransactedA(0, 0, 0, 0, 0, 0, 0);
    RegOpenKeyTransactedW(0, 0, 0, 0, 0, 0, 0);
    RegOpenUserClassesRoot(0, 0, 0, 0);
    RegOverridePredefKey(0, 0);
    RegQueryInfoKeyA(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegQueryInfoKeyW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RegQueryMultipleValuesA(0, 0, 0, 0, 0);
    RegQueryMultipleValuesW(0, 0, 0, 0, 0);
    RegQueryValueA(0, 0, 0, 0);
    RegQueryValueW(0, 0, 0, 0);
    RegQueryValueExA(0, 0, 0, 0, 0, 0);
    RegQueryValueExW(0, 0, 0, 0, 0, 0);
    RegRenameKey(0, 0, 0);
    RegReplaceKeyA(0, 0, 0, 0);
    RegReplaceKeyW(0, 0, 0, 0);
    RegRestoreKeyA(0, 0, 0);
    RegRestoreKeyW(0, 0, 0);
    RegSaveKeyA(0, 0, 0);
    RegSaveKeyW(0, 0, 0);
    RegSaveKeyExA(0, 0, 0, 0);
    RegSaveKeyExW(0, 0, 0, 0);
    RegSetKeySecurity(0, 0, 0);
    RegSetKeyValueA(0, 0, 0, 0, 0, 0);
    RegSetKeyValueW(0, 0, 0, 0, 0, 0);
    RegSetValueA(0, 0, 0, 0, 0);
    RegSetValueW(0, 0, 0, 0, 0);
    RegSetValueExA(0, 0, 0, 0, 0, 0);
    RegSetValueExW(0, 0, 0, 0, 0, 0);
    RegUnLoadKeyA(0, 0);
    RegUnLoadKeyW(0, 0);
    SHCopyKeyA(0, 0, 0, 0);
    SHCopyKeyW(0, 0, 0, 0);
}

static void all_3_bad(void)
{
    SHDeleteEmptyKeyA(0, 0);
    SHDeleteEmptyKeyW(0, 0);
    SHDeleteKeyA(0, 0);
    SHDeleteKeyW(0, 0);
    SHDeleteValueA(0, 0, 0);
    SHDeleteValueW(0, 0, 0);
    SHEnumKeyExA(0, 0, 0, 0);
    SHEnumKeyExW(0, 0, 0, 0);
    SHEnumValueA(0, 0, 0, 0, 0, 0, 0);
    SHEnumValueW(0, 0, 0, 0, 0, 0, 0);
    SHGetValueA(0, 0, 0, 0, 0, 0);
    SHGetValueW(0, 0, 0, 0, 0, 0);
    SHOpenRegStreamA(0, 0, 0, 0);
    SHOpenRegStreamW(0, 0, 0, 0);
    SHOpenRegStream2A(0, 0, 0, 0);
    SHOpenRegStream2W(0, 0, 0, 0);
    SHQueryInfoKeyA(0, 0, 0, 0, 0);
    SHQueryInfoKeyW(0, 0, 0, 0, 0);
    SHQueryValueExA(0, 0, 0, 0, 0, 0);
    SHQueryValueExW(0, 0, 0, 0, 0, 0);
    SHRegCreateUSKeyA(0, 0, 0, 0, 0);
    SHRegCreateUSKeyW(0, 0, 0, 0, 0);
    SHRegDeleteEmptyUSKeyA(0, 0, 0);
    SHRegDeleteEmptyUSKeyW(0, 0, 0);
    SHRegDeleteUSValueA(0, 0, 0);
    SHRegDeleteUSValueW(0, 0, 0);
    SHRegDuplicateHKey(0);
    SHRegEnumUSKeyA(0, 0, 0, 0, 0);
    SHRegEnumUSKeyW(0, 0, 0, 0, 0);
    SHRegEnumUSValueA(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegEnumUSValueW(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegGetBoolUSValueA(0, 0, 0, 0);
    SHRegGetBoolUSValueW(0, 0, 0, 0);
    SHRegGetIntW(0, 0, 0);
    SHRegGetPathA(0, 0, 0, 0, 0);
    SHRegGetPathW(0, 0, 0, 0, 0);
    SHRegGetUSValueA(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegGetUSValueW(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegGetValueA(0, 0, 0, 0, 0, 0, 0);
    SHRegGetValueW(0, 0, 0, 0, 0, 0, 0);
}

static void all_4_bad(void)
{
    SHRegOpenUSKeyA(0, 0, 0, 0, 0);
    SHRegOpenUSKeyW(0, 0, 0, 0, 0);
    SHRegQueryInfoUSKeyA(0, 0, 0, 0, 0, 0);
    SHRegQueryInfoUSKeyW(0, 0, 0, 0, 0, 0);
    SHRegQueryUSValueA(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegQueryUSValueW(0, 0, 0, 0, 0, 0, 0, 0);
    SHRegSetPathA(0, 0, 0, 0, 0);
    SHRegSetPathW(0, 0, 0, 0, 0);
    SHRegSetUSValueA(0, 0, 0, 0, 0, 0);
    SHRegSetUSValueW(0, 0, 0, 0, 0, 0);
    SHRegWriteUSValueA(0, 0, 0, 0, 0, 0);
    SHRegWriteUSValueW(0, 0, 0, 0, 0, 0);
    SHSetValueA(0, 0, 0, 0, 0, 0);
    SHSetValueW(0, 0, 0, 0, 0, 0);
}

static void all_ok(void)
{
    RegCloseKey(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_1_bad();
    all_2_bad();
    all_3_bad();
    all_4_bad();
    all_ok();
    return TRUE;
}
