/* A hidden window is made at attach and destroyed at detach, on whatever thread that is. */
#include <windows.h>

static HWND g_window;

static void open_bad(HINSTANCE instance)
{
    g_window = CreateWindowExW(0, L"STATIC", NULL, 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, instance, NULL);
}

static void close_bad(void)
{
    if (g_window != NULL) {
        DestroyWindow(g_window);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        open_bad(instance);
        break;
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            close_bad();
        }
        break;
    }
    return TRUE;
}
