/* A failed check at attach ends the process; returning FALSE would be the way. */
#include <stdlib.h>
#include <windows.h>

static void check_bad(BOOL good)
{
    if (!good) {
        exit(1);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        check_bad(GetVersion() != 0);
    }
    return TRUE;
}
