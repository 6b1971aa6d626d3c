/* A DLL that reports home when it is loaded and closes the connection when it goes. */
#include <windows.h>
#include "home.h"

static void report_bad(void)
{
    home_connect_bad("home.invalid");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        report_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        home_close_bad();
    }
    return TRUE;
}
