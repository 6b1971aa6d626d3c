/* Only an exported function ends the hook. */
#include <windows.h>

static HHOOK g_hook;

__declspec(dllexport) void mylib_work_ok(void)
{
    UnhookWindowsHookEx(g_hook);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
