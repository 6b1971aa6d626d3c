/* Short looks in a loop that goes on until the thread has ended. */
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

static void look_and_sleep_bad(void)
{
    while (WaitForSingleObject(g_thread, 0) == WAIT_TIMEOUT) {
        Sleep(10);
    }
}

static void wait_in_slices_bad(void)
{
    DWORD result;

    do {
        result = WaitForSingleObject(g_thread, 100);
    } while (result == WAIT_TIMEOUT);
}

static void leave_when_ended_bad(void)
{
    for (;;) {
        if (WaitForSingleObject(g_thread, 50) == WAIT_OBJECT_0) {
            break;
        }
        OutputDebugStringW(L"still waiting");
    }
}

static void ask_for_code_bad(void)
{
    DWORD code = STILL_ACTIVE;

    while (GetExitCodeThread(g_thread, &code) && code == STILL_ACTIVE) {
        Sleep(1);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        look_and_sleep_bad();
        wait_in_slices_bad();
        leave_when_ended_bad();
        ask_for_code_bad();
    }
    return TRUE;
}
