/* Loops around a flag that the new thread sets. */
#include <windows.h>

static volatile LONG g_ready;
static volatile BOOL g_running;

static DWORD WINAPI run_ok(void *nothing)
{
    g_running = TRUE;
    InterlockedExchange(&g_ready, 1);
    Sleep(1000);
    g_running = FALSE;
    return 0;
}

static void start_bad(void)
{
    g_ready = 0;
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
    while (!g_ready) {
        Sleep(1);
    }
}

static void read_atomically_bad(void)
{
    while (InterlockedCompareExchange(&g_ready, 0, 0) == 0)
        SwitchToThread();
}

static void spin_bad(void)
{
    do {
        YieldProcessor();
    } while (g_ready == 0);
}

static void leave_inside_bad(void)
{
    for (;;) {
        if (g_ready) {
            break;
        }
        Sleep(10);
    }
}

static void wait_for_end_bad(void)
{
    while (g_running) {
        Sleep(10);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
        read_atomically_bad();
        spin_bad();
        leave_inside_bad();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        wait_for_end_bad();
    }
    return TRUE;
}
