/* Only an exported function starts GDI+. */
#include <windows.h>

/* declared as the flat interface is; the header of GDI+ is for C++ */
__declspec(dllimport) int WINAPI GdiplusStartup(ULONG_PTR *token, const void *input, void *output);
__declspec(dllimport) void WINAPI GdiplusShutdown(ULONG_PTR token);

static ULONG_PTR g_token;

__declspec(dllexport) void mylib_work_ok(void)
{
    GdiplusStartup(&g_token, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
