/* A method that is named alike. */
#include <windows.h>

struct player {
    int users;
    int MFStartup()
    {
        return ++users;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        player p = {0};
        p.MFStartup();
    }
    return TRUE;
}
