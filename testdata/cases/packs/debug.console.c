/* Each function that asks the console. */
// options: --rules *
#include <windows.h>

static void all_bad(void)
{
    AllocConsole();
    AttachConsole(0);
    FreeConsole();
    ReadConsoleA(0, 0, 0, 0, 0);
    ReadConsoleW(0, 0, 0, 0, 0);
    WriteConsoleA(0, 0, 0, 0, 0);
    WriteConsoleW(0, 0, 0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
