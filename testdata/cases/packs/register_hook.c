/* Every function of the pack register.hook, called once. */
#include <windows.h>
#include <mmsystem.h>

static HWND g_window;

__declspec(dllexport) void mylib_attach_ok(HWND window)
{
    g_window = window;
}

static LRESULT CALLBACK hook_ok(int code, WPARAM w, LPARAM l)
{
    return 0;
}

static void CALLBACK timer_ok(HWND window, UINT message, UINT_PTR id, DWORD now)
{
}

static void CALLBACK event_ok(HWINEVENTHOOK hook, DWORD event, HWND window, LONG object, LONG child,
                              DWORD thread, DWORD now)
{
}

static void CALLBACK wake_ok(UINT id, UINT message, DWORD_PTR user, DWORD_PTR one, DWORD_PTR two)
{
}

static void set_bad(void)
{
    CallNextHookEx(NULL, 0, 0, 0);
    RegisterHotKey(g_window, 1, 0, 0);
    SetTimer(g_window, 1, 1000, timer_ok);
    SetWinEventHook(1, 2, NULL, event_ok, 0, 0, 0);
    SetWindowsHookA(WH_MOUSE, hook_ok);
    SetWindowsHookW(WH_MOUSE, hook_ok);
    SetWindowsHookExA(WH_MOUSE, hook_ok, NULL, 1);
    SetWindowsHookExW(WH_MOUSE, hook_ok, NULL, 1);
    timeSetEvent(10, 1, wake_ok, 0, TIME_PERIODIC);
}

static void end_bad(void)
{
    KillTimer(g_window, 1);
    UnhookWinEvent(NULL);
    UnhookWindowsHook(WH_MOUSE, hook_ok);
    UnhookWindowsHookEx(NULL);
    UnregisterHotKey(g_window, 1);
    timeKillEvent(1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        end_bad();
    }
    return TRUE;
}
