/* Known wrong: a lock that is taken by trying counts as not taken. */
#include <windows.h>

static SRWLOCK g_list = SRWLOCK_INIT;

/* A thread that got the lock here waits for the loader lock, and the one that exits for this lock. */
__declspec(dllexport) void reload(void)
{
    if (TryAcquireSRWLockExclusive(&g_list)) {
        LoadLibraryA("plugin.dll");
        ReleaseSRWLockExclusive(&g_list);
    }
}

/* Whether a try succeeded is not followed as a lock that is held. */
static void FN_forget_thread(void)
{
    AcquireSRWLockExclusive(&g_list);
    ReleaseSRWLockExclusive(&g_list);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        FN_forget_thread();
    }
    return TRUE;
}
