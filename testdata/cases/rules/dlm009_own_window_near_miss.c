/* What a phase makes it may end: a window at attach for attach, another one at detach for detach. */
#include <windows.h>

static void with_window_bad(HINSTANCE instance, UINT message)
{
    HWND window =
        CreateWindowExW(0, L"STATIC", NULL, 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, instance, NULL);
    if (window != NULL) {
        PostMessageW(window, message, 0, 0);
        DestroyWindow(window);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        with_window_bad(instance, WM_USER);
        break;
    case DLL_PROCESS_DETACH:
        with_window_bad(instance, WM_USER + 1);
        break;
    }
    return TRUE;
}
