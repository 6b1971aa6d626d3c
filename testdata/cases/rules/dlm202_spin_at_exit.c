/* At process end the thread is dead and never clears the flag. */
#include <windows.h>

static volatile LONG g_busy;
static volatile LONG g_stop;

static DWORD WINAPI run_ok(void *nothing)
{
    g_busy = 1;
    while (!g_stop) {
        Sleep(100);
    }
    g_busy = 0;
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
}

static void stop_bad(void)
{
    g_stop = 1;
    while (g_busy) {
        Sleep(1);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        stop_bad();
    }
    return TRUE;
}
