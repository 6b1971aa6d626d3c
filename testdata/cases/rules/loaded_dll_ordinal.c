/* Functions without names have their number. */
#include <windows.h>

typedef BOOL(WINAPI *file_icon_init)(BOOL full);

static file_icon_init g_icons;

__declspec(dllexport) void icons_open_ok(void)
{
    HMODULE shell = LoadLibraryW(L"shell32.dll");

    g_icons = (file_icon_init)GetProcAddress(shell, MAKEINTRESOURCEA(660));
}

static void icons_close_bad(void)
{
    if (g_icons) {
        g_icons(FALSE);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        icons_close_bad();
    }
    return TRUE;
}
