/* Tests of a handle do not change what it is. */
#include <windows.h>

static HANDLE g_thread;
static HANDLE g_other = INVALID_HANDLE_VALUE;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

static void wait_if_there_bad(void)
{
    if (g_thread) {
        WaitForSingleObject(g_thread, INFINITE);
        CloseHandle(g_thread);
        g_thread = NULL;
    }
}

static void wait_if_valid_bad(HANDLE thread)
{
    if (thread != NULL && thread != INVALID_HANDLE_VALUE) {
        WaitForSingleObject(thread, INFINITE);
    }
}

static void wait_for_nothing_ok(void)
{
    HANDLE thread = NULL;

    if (thread != NULL) {
        WaitForSingleObject(thread, INFINITE);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
        g_other = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
        break;
    case DLL_PROCESS_DETACH:
        wait_if_there_bad();
        wait_if_valid_bad(g_other);
        wait_for_nothing_ok();
        break;
    }
    return TRUE;
}
