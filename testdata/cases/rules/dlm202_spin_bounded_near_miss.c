/* Loops that end without the thread: after some tries, after some time, by a flag of their own. */
#include <windows.h>

static volatile LONG g_ready;
static volatile LONG g_count;

static DWORD WINAPI run_ok(void *nothing)
{
    g_ready = 1;
    g_count = 100;
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
}

static void try_ten_times_ok(void)
{
    for (int i = 0; i < 10 && !g_ready; i++) {
        SwitchToThread();
    }
}

static void try_a_second_ok(void)
{
    DWORD start = GetTickCount();

    while (!g_ready) {
        if (GetTickCount() - start > 1000) {
            break;
        }
        SwitchToThread();
    }
}

static void count_down_ok(void)
{
    while (g_count > 0) {
        g_count--;
    }
}

static void step_ok(void)
{
    g_count = 0;
}

static void clear_in_helper_ok(void)
{
    while (g_count != 0) {
        step_ok();
    }
}

static int look_ok(void)
{
    return g_ready ? 1 : 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        try_ten_times_ok();
        try_a_second_ok();
        count_down_ok();
        clear_in_helper_ok();
        return look_ok();
    }
    return TRUE;
}
