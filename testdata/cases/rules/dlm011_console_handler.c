/* The second argument says whether SetConsoleCtrlHandler adds or removes. */
#include <windows.h>

static BOOL WINAPI on_control_ok(DWORD event)
{
    return FALSE;
}

static void listen_bad(void)
{
    SetConsoleCtrlHandler(on_control_ok, TRUE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        SetConsoleCtrlHandler(NULL, TRUE);
        listen_bad();
    }
    return TRUE;
}
