/* Themes are not set up yet. */
#include <windows.h>
#include <uxtheme.h>

static BOOL g_themed;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_themed = IsThemeActive();
    }
    return TRUE;
}
