/* At process end the thread is dead already, and the timeout never passes. */
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
    WaitForSingleObject(g_thread, 1000);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        wait_a_second_bad();
    }
    return TRUE;
}
