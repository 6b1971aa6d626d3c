/* Known wrong: a wait for a mutex that the same thread owns does not wait. */
#include <windows.h>

static HANDLE g_mutex;

/* The mutex was created as owned by this thread; who owns a mutex is not followed. */
static void FP_enter_again(void)
{
    WaitForSingleObject(g_mutex, INFINITE);
    ReleaseMutex(g_mutex);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_mutex = CreateMutexA(NULL, TRUE, NULL);
        FP_enter_again();
    }
    return TRUE;
}
