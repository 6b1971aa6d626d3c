/* A lock that its initialiser makes, and one that a constructor makes before DllMain. */
#include <windows.h>

static CRITICAL_SECTION g_lock = {(PRTL_CRITICAL_SECTION_DEBUG)-1, -1, 0, 0, 0, 0};
static CRITICAL_SECTION g_early;
static HANDLE g_event;

static __attribute__((constructor)) void make_early_ok(void)
{
    InitializeCriticalSection(&g_early);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
        if (!g_event) {
            return FALSE;
        }
        InitializeCriticalSection(&g_lock);
        InitializeCriticalSection(&g_early);
    }
    if (reason == DLL_PROCESS_DETACH && !reserved) {
        DeleteCriticalSection(&g_lock);
        DeleteCriticalSection(&g_early);
    }
    return TRUE;
}
