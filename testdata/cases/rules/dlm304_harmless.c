/* A lock is taken at unload: its holder lives, and goes on. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static int g_count;

static void work_ok(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_count = 0;
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_ok();
    }
    return TRUE;
}
