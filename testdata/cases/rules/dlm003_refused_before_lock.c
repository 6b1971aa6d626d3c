/* The load can fail before the lock is made; unload deletes it all the same. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static DWORD g_index;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_index = GetEnvironmentVariableA("CORE_HOME", NULL, 0);
        if (g_index == 0)
            return FALSE;
        InitializeCriticalSection(&g_lock);
        break;
    case DLL_PROCESS_DETACH:
        if (reserved)
            break;
        DeleteCriticalSection(&g_lock);
        g_index = 0;
        break;
    }
    return TRUE;
}
