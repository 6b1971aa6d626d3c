/* Only an exported function sends. */
#include <windows.h>

static HWND g_window;

__declspec(dllexport) void mylib_work_ok(void)
{
    SendMessageW(g_window, WM_USER, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
