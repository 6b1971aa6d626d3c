/* The page rules it out while the process starts. */
#include <windows.h>
#include <mfapi.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        MFStartup(MF_VERSION, MFSTARTUP_FULL);
    }
    return TRUE;
}
