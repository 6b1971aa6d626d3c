/* The window may belong to a thread that waits for the loader lock. */
#include <windows.h>

static HWND g_window;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        SendMessageW(g_window, WM_USER, 0, 0);
    }
    return TRUE;
}
