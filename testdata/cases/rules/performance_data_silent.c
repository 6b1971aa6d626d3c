/* The twin of performance_data with keys that are keys: no performance data, only the registry. */
#include <windows.h>

static HKEY g_key;

static void settings_open_bad(void)
{
    DWORD size = 0;

    RegOpenKeyExW(HKEY_CURRENT_USER, L"Software\\Example", 0, KEY_READ, &g_key);
    RegQueryValueExW(g_key, L"Level", NULL, NULL, NULL, &size);
}

static void settings_close_ok(HKEY key)
{
    RegCloseKey(key);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        settings_open_bad();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        settings_close_ok(g_key);
        settings_close_ok(HKEY_LOCAL_MACHINE);
    }
    return TRUE;
}
