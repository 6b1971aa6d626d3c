#include <windows.h>

static HHOOK g_hook;

static LRESULT CALLBACK on_key_ok(int code, WPARAM w, LPARAM l)
{
    return CallNextHookEx(g_hook, code, w, l);
}

void hook_start_bad(HINSTANCE instance)
{
    g_hook = SetWindowsHookExW(WH_KEYBOARD, on_key_ok, instance, 0);
}
