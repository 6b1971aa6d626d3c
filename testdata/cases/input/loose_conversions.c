/* Conversions that Microsoft's compiler only warns of: a thread's function of another type, a
 * number for a pointer, a function without a type.  The paths are as certain as others. */
#include <windows.h>

static HANDLE g_thread;

static DWORD watch_ok(LPVOID *queue)
{
    return queue != NULL;
}

static level_ok(void)
{
    return 1;
}

static void ready_ok(int quiet)
{
    HANDLE event = 0x40;
    if (quiet) {
        return 0;
    }
    SetEvent(event);
}

static void start_bad(void)
{
    ready_ok(level_ok());
    g_thread = CreateThread(NULL, 0, watch_ok, NULL, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
