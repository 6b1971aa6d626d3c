/* An event that is looked at in a loop is waited for. */
#include <windows.h>

static HANDLE g_done;

__declspec(dllexport) void open_ok(void)
{
    g_done = CreateEventW(NULL, TRUE, FALSE, NULL);
}

static void look_and_sleep_bad(void)
{
    while (WaitForSingleObject(g_done, 0) != WAIT_OBJECT_0) {
        Sleep(10);
    }
}

static void wait_in_slices_bad(void)
{
    while (WaitForSingleObject(g_done, 500) == WAIT_TIMEOUT) {
        OutputDebugStringW(L"still waiting");
    }
}

static void wait_a_slice_bad(void)
{
    WaitForSingleObject(g_done, 500);
}

static void look_ok(void)
{
    if (WaitForSingleObject(g_done, 0) == WAIT_OBJECT_0) {
        ResetEvent(g_done);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        look_and_sleep_bad();
        wait_in_slices_bad();
        wait_a_slice_bad();
        look_ok();
    }
    return TRUE;
}
