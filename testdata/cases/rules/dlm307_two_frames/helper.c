#include <windows.h>

static HWND g_window;

void helper_work_bad(void)
{
    SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, 0, SMTO_NORMAL, 1000, NULL);
}
