/* Each function that sleeps. */
#include <windows.h>
#include <winternl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <pthread.h>
#include <sched.h>

/* not in mingw-w64 */
__declspec(dllimport) NTSTATUS NTAPI NtDelayExecution(BOOLEAN, LARGE_INTEGER *);
__declspec(dllimport) NTSTATUS NTAPI ZwDelayExecution(BOOLEAN, LARGE_INTEGER *);
__declspec(dllimport) int thrd_sleep(const struct timespec *, struct timespec *);

static void all_bad(void)
{
    NtDelayExecution(0, 0);
    ZwDelayExecution(0, 0);
    Sleep(10);
    _sleep(0);
    sleep(0);
    usleep(0);
    nanosleep(0, 0);
    clock_nanosleep(0, 0, 0, 0);
    thrd_sleep(0, 0);
    pthread_delay_np(0);
}

static void all_ok(void)
{
    SwitchToThread();
    sched_yield();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
