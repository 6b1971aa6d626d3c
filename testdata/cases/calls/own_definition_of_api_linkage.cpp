/* The header's extern "C" holds for our definition, said again or not.  A method or a function in a
 * namespace is another function, and so is an overload. */
#include <windows.h>
#include <mmsystem.h>

MMRESULT WINAPI timeEndPeriod(UINT period)
{
    return LoadLibraryA("winmm_real.dll") != nullptr ? period : TIMERR_NOCANDO;
}

extern "C" DWORD WINAPI timeGetTime(void)
{
    return LoadLibraryA("winmm_real.dll") != nullptr;
}

struct Clock {
    static MMRESULT timeBeginPeriod(UINT period) { return period; }
};

namespace own {
MMRESULT timeBeginPeriod(UINT period) { return period; }
}

static MMRESULT timeBeginPeriod(const char *period) { return period[0]; }

static void others_ok()
{
    Clock::timeBeginPeriod(1);
    own::timeBeginPeriod(1);
    timeBeginPeriod("1");
}

static void windows_bad()
{
    timeBeginPeriod(1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        timeEndPeriod(1);
        timeGetTime();
        others_ok();
        windows_bad();
    }
    return TRUE;
}
