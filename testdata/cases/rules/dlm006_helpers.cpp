/* The work is two calls away, and so is the call that makes it dead. */
#include <windows.h>

static long g_threads;

static void count_ok(long by) { g_threads += by; }
static void on_thread_end_ok() { count_ok(-1); }

static bool quiet_bad(HINSTANCE instance)
{
    return DisableThreadLibraryCalls(instance) != FALSE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        quiet_bad(instance);
    } else if (reason == DLL_THREAD_DETACH) {
        on_thread_end_ok();
    }
    return TRUE;
}
