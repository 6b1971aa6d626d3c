/* GDI+ starts a thread. */
#include <windows.h>

/* declared as the flat interface is; the header of GDI+ is for C++ */
__declspec(dllimport) int WINAPI GdiplusStartup(ULONG_PTR *token, const void *input, void *output);
__declspec(dllimport) void WINAPI GdiplusShutdown(ULONG_PTR token);

static ULONG_PTR g_token;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        GdiplusStartup(&g_token, NULL, NULL);
    }
    return TRUE;
}
