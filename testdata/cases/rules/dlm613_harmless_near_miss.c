/* Only an exported function starts Media Foundation. */
#include <windows.h>
#include <mfapi.h>

__declspec(dllexport) void mylib_work_ok(void)
{
    MFStartup(MF_VERSION, MFSTARTUP_FULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
