/* A hook that is set and ended at attach. */
#include <windows.h>

static LRESULT CALLBACK hook_ok(int code, WPARAM w, LPARAM l)
{
    return 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        UnhookWindowsHookEx(SetWindowsHookExW(WH_MOUSE, hook_ok, NULL, 1));
    }
    return TRUE;
}
