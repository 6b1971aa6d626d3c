/* Known wrong: at process end a lock is waited for that no other thread can have held when it was killed,
   as only the code of the exit takes it.  To see that, all places that take the lock have to be known,
   and from where each is reached. */
#include <windows.h>

static SRWLOCK g_once;
static BOOL g_done;

/* No other code takes the lock. */
static void FP_end_once(void)
{
    AcquireSRWLockExclusive(&g_once);
    g_done = TRUE;
    ReleaseSRWLockExclusive(&g_once);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        FP_end_once();
    }
    return TRUE;
}
