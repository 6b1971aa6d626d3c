/* Every function of the pack media.mf, called once at attach. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <mfapi.h>

static void errors_bad(void)
{
    MFStartup(0, 0);
}

static void warnings_bad(void)
{
    MFShutdown();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
        warnings_bad();
    }
    return TRUE;
}
