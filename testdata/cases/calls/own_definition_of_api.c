/* A proxy of winmm.dll: what the header declares as imported is defined here, so this body runs. */
#include <windows.h>
#include <mmsystem.h>

MMRESULT WINAPI timeBeginPeriod(UINT period)
{
    return LoadLibraryA("winmm_real.dll") != NULL ? period : TIMERR_NOCANDO;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        timeBeginPeriod(1);
    }
    return TRUE;
}
