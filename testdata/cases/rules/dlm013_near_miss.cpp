/* A console to play on. */
// options: --rules *
#include <windows.h>

struct Arcade {
    void AllocConsole()
    {
        ++consoles;
    }
    int consoles = 0;
};
static Arcade g_arcade;
static void work_ok()
{
    g_arcade.AllocConsole();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
