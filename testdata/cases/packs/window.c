/* Every function of the pack window, called once; the last two are what CreateWindow is. */
#include <windows.h>

static HWND g_window;

static void make_bad(void)
{
    CreateDialogIndirectParamA(NULL, NULL, NULL, NULL, 0);
    CreateDialogIndirectParamW(NULL, NULL, NULL, NULL, 0);
    CreateDialogParamA(NULL, NULL, NULL, NULL, 0);
    CreateDialogParamW(NULL, NULL, NULL, NULL, 0);
    CreateMDIWindowA(NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, 0);
    CreateMDIWindowW(NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, 0);
    CreateWindowExA(0, NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
    CreateWindowExW(0, NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
}

static void end_bad(void)
{
    DestroyWindow(g_window);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        make_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        end_bad();
    }
    return TRUE;
}
