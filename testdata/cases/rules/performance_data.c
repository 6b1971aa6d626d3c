/* The registry's key of performance data is no key: opening it loads DLLs, closing it unloads them. */
#include <windows.h>

static BYTE g_block[4096];

static void counters_read_bad(void)
{
    DWORD size = sizeof g_block;
    DWORD type;

    RegQueryValueExA(HKEY_PERFORMANCE_DATA, "Global", NULL, &type, g_block, &size);
}

static void counters_close_bad(HKEY key)
{
    RegCloseKey(key);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        counters_read_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        counters_close_bad(HKEY_PERFORMANCE_DATA);
    }
    return TRUE;
}
