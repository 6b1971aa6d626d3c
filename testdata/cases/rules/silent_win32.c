/* Win32 that no rule speaks of: registry, locks, files, modules, Sleep. */
#include <windows.h>

static CRITICAL_SECTION g_lock;

static void look_around_ok(HINSTANCE instance)
{
    HKEY key;
    char path[MAX_PATH];

    RegOpenKeyExA(HKEY_CURRENT_USER, "Software", 0, KEY_READ, &key);
    RegCloseKey(key);
    GetModuleFileNameA(instance, path, MAX_PATH);
    GetProcAddress(GetModuleHandleA("kernel32.dll"), "GetTickCount64");
    EnterCriticalSection(&g_lock);
    Sleep(1);
    LeaveCriticalSection(&g_lock);
    CloseHandle(CreateFileA(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL));
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    look_around_ok(instance);
    return TRUE;
}
