/* Registered only when the DLL came with the process: such a DLL is never unloaded. */
#include <windows.h>

static BOOL WINAPI on_control_ok(DWORD event)
{
    return FALSE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && reserved != NULL) {
        SetConsoleCtrlHandler(on_control_ok, TRUE);
    }
    return TRUE;
}
