/* A method that is named alike. */
#include <windows.h>

struct toolkit {
    int windows;
    void DestroyWindow()
    {
        windows--;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        toolkit t = {1};
        t.DestroyWindow();
    }
    return TRUE;
}
