/* The class goes at unload; at process end Windows takes it anyway. */
#include <windows.h>

static LRESULT CALLBACK notify_ok(HWND window, UINT message, WPARAM w, LPARAM l)
{
    return DefWindowProcW(window, message, w, l);
}

static BOOL register_class_bad(HINSTANCE instance)
{
    WNDCLASSW cls = {0};
    cls.style = CS_GLOBALCLASS;
    cls.lpfnWndProc = notify_ok;
    cls.hInstance = instance;
    cls.lpszClassName = L"MylibNotify";
    return RegisterClassW(&cls) != 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return register_class_bad(instance);
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            UnregisterClassW(L"MylibNotify", instance);
        }
        break;
    }
    return TRUE;
}
