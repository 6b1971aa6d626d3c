/* Every function of the pack media.mf, called once at detach. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <mfapi.h>

static void errors_bad(void)
{
    MFShutdown();
}

static void warnings_bad(void)
{
    MFStartup(0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        errors_bad();
        warnings_bad();
    }
    return TRUE;
}
