#include <windows.h>
#include <mmsystem.h>

MMRESULT WINAPI timeBeginPeriod(UINT period)
{
    return LoadLibraryA("winmm_real.dll") != NULL ? period : TIMERR_NOCANDO;
}
