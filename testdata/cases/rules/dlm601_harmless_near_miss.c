/* Only an exported function asks User32. */
#include <windows.h>

static int g_width;

__declspec(dllexport) void mylib_work_ok(void)
{
    g_width = GetSystemMetrics(SM_CXSCREEN);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
