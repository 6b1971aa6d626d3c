/* Each function that initialises once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <pthread.h>

/* not in mingw-w64 */
__declspec(dllimport) DWORD NTAPI RtlRunOnceExecuteOnce(void *, void *, void *, void **);
__declspec(dllimport) DWORD NTAPI RtlRunOnceBeginInitialize(void *, ULONG, void **);
__declspec(dllimport) void _Init_thread_header(int *);
__declspec(dllimport) BOOL _Init_thread_wait(DWORD);
__declspec(dllimport) int __cxa_guard_acquire(long long *);
__declspec(dllimport) void call_once(int *, void (*)(void));

static void all_bad(void)
{
    InitOnceBeginInitialize(0, 0, 0, 0);
    InitOnceExecuteOnce(0, 0, 0, 0);
    RtlRunOnceExecuteOnce(0, 0, 0, 0);
    RtlRunOnceBeginInitialize(0, 0, 0);
    _Init_thread_header(0);
    _Init_thread_wait(0);
    __cxa_guard_acquire(0);
    call_once(0, 0);
    pthread_once(0, 0);
}

static void all_ok(void)
{
    InitOnceComplete(0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
