/* Only an exported function asks. */
#include <windows.h>
#include <uxtheme.h>

static BOOL g_themed;

__declspec(dllexport) void mylib_work_ok(void)
{
    g_themed = IsThemeActive();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
