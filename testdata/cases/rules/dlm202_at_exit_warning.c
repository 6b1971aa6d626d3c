/* At process end the thread is dead already: the wait returns at once. */
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

static void wait_bad(void)
{
    WaitForSingleObject(g_thread, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        wait_bad();
    }
    return TRUE;
}
