/* Known wrong: the key in the global was opened by name and is no predefined one. */
#include <windows.h>

static HKEY g_settings;

static void open_settings_bad(HKEY *key)
{
    RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Vendor", 0, KEY_READ, key);
}

/* A global whose address is handed over has no value afterwards. */
static void FP_read_counters(void)
{
    if (g_settings == HKEY_PERFORMANCE_DATA) {
        LoadLibraryA("counters.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_settings_bad(&g_settings);
        FP_read_counters();
    }
    return TRUE;
}
