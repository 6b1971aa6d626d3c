/* Constants with names: a const global, a macro, an enumerator. */
#include <windows.h>

#define POLL_MS 0

enum { NO_WAIT_MS = 0, LONG_WAIT_MS = 30 * 1000 };

static const DWORD only_look = 0;
static HANDLE g_done;

static void poll_ok(void)
{
    WaitForSingleObject(g_done, only_look);
    WaitForSingleObject(g_done, POLL_MS);
    WaitForSingleObject(g_done, NO_WAIT_MS);
}

static void settle_bad(void)
{
    WaitForSingleObject(g_done, LONG_WAIT_MS);
}

__declspec(dllexport) void begin_ok(HANDLE done)
{
    g_done = done;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    poll_ok();
    if (reason == DLL_THREAD_ATTACH) {
        settle_bad();
    }
    return TRUE;
}
