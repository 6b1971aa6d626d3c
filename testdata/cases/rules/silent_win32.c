/* Win32 that no rule speaks of: locks, files, modules, yielding. */
#include <windows.h>

static CRITICAL_SECTION g_lock;

static void look_around_ok(HINSTANCE instance)
{
    char path[MAX_PATH];

    GetModuleFileNameA(instance, path, MAX_PATH);
    GetProcAddress(GetModuleHandleA("kernel32.dll"), "GetTickCount64");
    if (TryEnterCriticalSection(&g_lock)) {
        Sleep(0);
        LeaveCriticalSection(&g_lock);
    }
    CloseHandle(CreateFileA(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL));
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    look_around_ok(instance);
    return TRUE;
}
