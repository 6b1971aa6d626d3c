/* Flags that no other thread of the module sets: a window procedure of this thread, an export. */
#include <windows.h>

static volatile BOOL g_closed;
static volatile BOOL g_paused;
static volatile BOOL g_quit;

static LRESULT CALLBACK window_ok(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_CLOSE) {
        g_closed = TRUE;
    }
    return DefWindowProcW(window, message, first, second);
}

static DWORD WINAPI run_ok(void *nothing)
{
    WNDCLASSW kind = {0};

    kind.lpfnWndProc = window_ok;
    kind.lpszClassName = L"helper";
    RegisterClassW(&kind);
    g_quit = TRUE;
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
}

__declspec(dllexport) void pause_ok(BOOL paused)
{
    g_paused = paused;
}

static void pump_bad(void)
{
    MSG message;

    while (!g_closed) {
        PeekMessageW(&message, NULL, 0, 0, PM_REMOVE);
        DispatchMessageW(&message);
    }
}

static void wait_for_application_ok(void)
{
    while (g_paused) {
        SwitchToThread();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        pump_bad();
        wait_for_application_ok();
    }
    return TRUE;
}
