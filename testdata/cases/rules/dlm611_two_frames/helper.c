#include <windows.h>

/* declared as the flat interface is; the header of GDI+ is for C++ */
__declspec(dllimport) int WINAPI GdiplusStartup(ULONG_PTR *token, const void *input, void *output);
__declspec(dllimport) void WINAPI GdiplusShutdown(ULONG_PTR token);

static ULONG_PTR g_token;

void helper_work_bad(void)
{
    GdiplusShutdown(g_token);
}
