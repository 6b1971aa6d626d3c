/* A key that was opened by its name is none of the predefined ones; reading it is reported. */
#include <windows.h>

static DWORD read_value_bad(HKEY key)
{
    DWORD value = 0, size = sizeof value;

    if (key == HKEY_PERFORMANCE_DATA) {
        LoadLibraryW(L"counters.dll");
    }
    RegQueryValueExW(key, L"Level", NULL, NULL, (BYTE *)&value, &size);
    return value;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HKEY key = NULL;

    if (reason == DLL_PROCESS_ATTACH) {
        if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Wide", 0, KEY_READ, &key) == ERROR_SUCCESS) {
            read_value_bad(key);
        }
    }
    return TRUE;
}
