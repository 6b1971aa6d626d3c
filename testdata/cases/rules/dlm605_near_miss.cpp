/* A method that is named alike. */
#include <windows.h>

struct hooks {
    int set;
    void UnhookWindowsHookEx()
    {
        set--;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        hooks h = {1};
        h.UnhookWindowsHookEx();
    }
    return TRUE;
}
