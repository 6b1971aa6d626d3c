/* A clean DLL: makes its critical section, event and heap at attach, ends them on unload only. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HANDLE g_wake, g_heap;

static BOOL open_state_ok(void)
{
    InitializeCriticalSection(&g_lock);
    g_wake = CreateEventW(NULL, TRUE, FALSE, NULL);
    g_heap = HeapCreate(0, 0, 0);
    return g_wake != NULL && g_heap != NULL;
}

static void close_state_ok(void)
{
    HeapDestroy(g_heap);
    CloseHandle(g_wake);
    DeleteCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return open_state_ok();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        close_state_ok();
    }
    return TRUE;
}
