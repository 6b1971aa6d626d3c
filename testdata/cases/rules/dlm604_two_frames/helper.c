#include <windows.h>

static HWND g_window;

void helper_work_bad(void)
{
    g_window = CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 1, 1, HWND_MESSAGE, NULL, NULL, NULL);
}
