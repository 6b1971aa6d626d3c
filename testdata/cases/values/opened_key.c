/* A predefined key is one of the constants that the helper asks for. */
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
        (void)key;
        read_value_bad(HKEY_PERFORMANCE_DATA);
    }
    return TRUE;
}
