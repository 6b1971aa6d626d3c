#include <windows.h>
#include <mmsystem.h>

MMRESULT WINAPI timeBeginPeriod(UINT period)
{
    return period;
}

static void begin_ok(void)
{
    timeBeginPeriod(1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_ok();
    }
    return TRUE;
}
