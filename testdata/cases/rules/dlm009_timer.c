/* A timer without a window belongs to the thread that sets it; one of a window is not judged. */
#include <windows.h>

static UINT_PTR g_poll;
static HWND g_window;

static void CALLBACK poll_ok(HWND window, UINT message, UINT_PTR id, DWORD now)
{
}

static void start_bad(void)
{
    g_poll = SetTimer(NULL, 0, 1000, poll_ok);
}

static void stop_bad(void)
{
    KillTimer(NULL, g_poll);
}

static void stop_window_ok(void)
{
    KillTimer(g_window, 1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        start_bad();
        break;
    case DLL_PROCESS_DETACH:
        if (g_window != NULL) {
            stop_window_ok();
        }
        stop_bad();
        break;
    }
    return TRUE;
}
