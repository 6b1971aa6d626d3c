/* The window belongs to whatever thread loads the DLL. */
#include <windows.h>

static HWND g_window;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_window = CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 1, 1,
                                   HWND_MESSAGE, NULL, instance, NULL);
    }
    return TRUE;
}
