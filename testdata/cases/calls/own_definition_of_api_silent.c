/* A proxy of winmm.dll whose own timeBeginPeriod does nothing: calling it is not calling winmm. */
#include <windows.h>
#include <mmsystem.h>

static UINT shortest;

MMRESULT WINAPI timeBeginPeriod(UINT period)
{
    shortest = period < shortest ? period : shortest;
    return TIMERR_NOERROR;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        timeBeginPeriod(1);
    }
    return TRUE;
}
