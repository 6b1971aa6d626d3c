/* One helper adds and removes; and ignoring Ctrl+C registers nothing. */
#include <windows.h>

static BOOL WINAPI on_control_ok(DWORD event)
{
    return FALSE;
}

static void listen_ok(BOOL on)
{
    SetConsoleCtrlHandler(on_control_ok, on);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        listen_ok(TRUE);
        break;
    case DLL_PROCESS_DETACH:
        listen_ok(FALSE);
        break;
    }
    return TRUE;
}
