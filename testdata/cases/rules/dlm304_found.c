/* A lock is taken at process end. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static int g_count;

static void work_bad(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_count = 0;
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_bad();
    }
    return TRUE;
}
