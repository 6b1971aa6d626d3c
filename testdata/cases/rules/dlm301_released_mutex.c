/* Known wrong: how often this thread has the mutex is not counted.  Who gives it back has it no more,
   and the next wait is a wait: another process may have taken it. */
#include <windows.h>

static HANDLE g_setup;

static void again_ok(void)
{
    WaitForSingleObject(g_setup, INFINITE);
    ReleaseMutex(g_setup);
}

/* Given back by its last owner. */
static void FN_wait_anew(void)
{
    WaitForSingleObject(g_setup, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_setup = CreateMutexW(NULL, TRUE, L"Local\\acme-setup");
        if (GetLastError() == ERROR_ALREADY_EXISTS) {
            return TRUE;
        }
        again_ok();
        ReleaseMutex(g_setup);
        FN_wait_anew();
    }
    return TRUE;
}
