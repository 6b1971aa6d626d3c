/* Only an exported function ends the window. */
#include <windows.h>

static HWND g_window;

__declspec(dllexport) void mylib_work_ok(void)
{
    DestroyWindow(g_window);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
