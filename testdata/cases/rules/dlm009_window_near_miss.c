/* The window is made and destroyed by functions that the application calls on one thread. */
#include <windows.h>

static HWND g_window;

__declspec(dllexport) void mylib_open(HINSTANCE instance)
{
    g_window = CreateWindowExW(0, L"STATIC", NULL, 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, instance, NULL);
}

static void close_ok(void)
{
    if (g_window != NULL) {
        DestroyWindow(g_window);
    }
}

__declspec(dllexport) void mylib_close(void)
{
    close_ok();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        PostMessageW(g_window, WM_CLOSE, 0, 0);
    }
    return TRUE;
}
