#include <windows.h>

static LRESULT CALLBACK hook_ok(int code, WPARAM w, LPARAM l)
{
    return 0;
}

void helper_work_bad(void)
{
    UnhookWindowsHookEx(SetWindowsHookExW(WH_MOUSE, hook_ok, NULL, 1));
}
