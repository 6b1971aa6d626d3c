/* A window class is registered at attach, and nothing removes it. */
#include <windows.h>

static LRESULT CALLBACK notify_ok(HWND window, UINT message, WPARAM w, LPARAM l)
{
    return DefWindowProcW(window, message, w, l);
}

static BOOL register_class_bad(HINSTANCE instance)
{
    WNDCLASSEXW cls = {0};
    cls.cbSize = sizeof cls;
    cls.lpfnWndProc = notify_ok;
    cls.hInstance = instance;
    cls.lpszClassName = L"MylibNotify";
    return RegisterClassExW(&cls) != 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return register_class_bad(instance);
    }
    return TRUE;
}
