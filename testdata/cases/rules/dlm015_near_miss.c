/* A function of the project that bears the name of an export. */
// options: --rules DLM015
#include <windows.h>

static int g_locks;

BOOL EditSecurity(int door, int floor)
{
    return ++g_locks > door + floor;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        EditSecurity(1, 2);
    }
    return TRUE;
}
