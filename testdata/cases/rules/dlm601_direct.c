/* Sends messages to the window. */
#include <windows.h>

static HWND g_window;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ShowWindow(g_window, SW_HIDE);
    }
    return TRUE;
}
