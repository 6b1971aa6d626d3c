/* A thread of the pool may be inside the lock while the attach still takes it. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static HMODULE g_plugin;

static VOID CALLBACK refresh(PVOID unused, BOOLEAN fired)
{
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    ReleaseSRWLockExclusive(&g_lock);
}

static void start_bad(void)
{
    HANDLE timer;
    CreateTimerQueueTimer(&timer, NULL, refresh, NULL, 0, 60000, 0);
    AcquireSRWLockExclusive(&g_lock);
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
