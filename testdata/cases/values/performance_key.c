// flags: --target=i686-w64-windows-gnu
/* A predefined key as it comes: in a constant, a local, by a helper, spelled as a number. */
#include <windows.h>

static const HKEY g_counters = HKEY_PERFORMANCE_DATA;

static void close_key_bad(HKEY key)
{
    RegCloseKey(key);
}

static void close_key_ok(HKEY key)
{
    RegCloseKey(key);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        HKEY users = HKEY_USERS;
        HKEY counters = HKEY_PERFORMANCE_DATA;

        close_key_bad(g_counters);
        close_key_ok(users);
        RegCloseKey(counters);
        RegCloseKey((HKEY)(ULONG_PTR)0x80000004);
        RegCloseKey(HKEY_CLASSES_ROOT);
    }
    return TRUE;
}
