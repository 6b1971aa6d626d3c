/* Handles of threads that are closed, looked at or asked for their exit code, but not awaited. */
#include <windows.h>

static HANDLE g_thread;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
}

static void forget_ok(void)
{
    DWORD code;

    if (WaitForSingleObject(g_thread, 0) == WAIT_OBJECT_0) {
        GetExitCodeThread(g_thread, &code);
    }
    CloseHandle(g_thread);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        forget_ok();
    }
    return TRUE;
}
