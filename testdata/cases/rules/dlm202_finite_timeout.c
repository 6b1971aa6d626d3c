/* A timeout bounds the wait for a thread, which always lasts as long. */
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

static void wait_a_second_bad(void)
{
    if (WaitForSingleObject(g_thread, 1000) == WAIT_TIMEOUT) {
        OutputDebugStringW(L"worker still runs");
    }
}

static void wait_as_told_bad(DWORD milliseconds)
{
    WaitForSingleObject(g_thread, milliseconds);
}

static void look_ok(void)
{
    WaitForSingleObject(g_thread, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        wait_a_second_bad();
        wait_as_told_bad(GetTickCount());
        look_ok();
    }
    return TRUE;
}
