#include <windows.h>

static HWND g_window;

void helper_work_bad(void)
{
    GetSystemMetrics(SM_CXSCREEN);
}
