/* Spin locks that a thread takes, too: whoever holds one gives it back, and that is no wait for a
 * thread. */
#include <windows.h>

static volatile LONG g_lock;
static volatile LONG g_second;
static volatile LONG g_third;
static int g_count;

static void lock_ok(void)
{
    while (InterlockedExchange(&g_lock, 1) != 0) {
        Sleep(0);
    }
}

static void unlock_ok(void)
{
    InterlockedExchange(&g_lock, 0);
}

static void lock_second_ok(void)
{
    while (InterlockedCompareExchange(&g_second, 1, 0) != 0) {
        while (g_second != 0) {
            YieldProcessor();
        }
    }
}

static void unlock_second_ok(void)
{
    g_second = 0;
}

static DWORD WINAPI run_ok(void *nothing)
{
    lock_ok();
    g_count++;
    unlock_ok();
    lock_second_ok();
    g_count++;
    unlock_second_ok();
    g_third = 1;
    g_count++;
    g_third = 0;
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
}

static void count_ok(void)
{
    lock_ok();
    g_count--;
    unlock_ok();
    lock_second_ok();
    g_count--;
    unlock_second_ok();
}

static void count_by_hand_ok(void)
{
    while (g_third) {
        Sleep(0);
    }
    g_third = 1;
    g_count--;
    g_third = 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        count_ok();
        count_by_hand_ok();
    }
    return TRUE;
}
