/* EnumWindows calls back before it returns, under the lock. */
#include <windows.h>

static BOOL CALLBACK on_window_bad(HWND window, LPARAM parameter)
{
    return LoadLibraryA("helper.dll") == NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        EnumWindows(on_window_bad, 0);
    }
    return TRUE;
}
