// Imports from DLLs that are not delayed; a function of the project's own with the name of one that
// is; one that is looked up by its name, which no delay-load helper serves.
// options: --delay-load winmm.dll
#define WIN32_LEAN_AND_MEAN /* no mmsystem.h */
#include <windows.h>

UINT timeBeginPeriod(UINT period)
{
    return period;
}

static void own_ok(void)
{
    timeBeginPeriod(1);
}

static void other_dll_ok(void)
{
    GetTickCount();
}

static void looked_up_ok(void)
{
    DWORD(WINAPI *now)(void) =
        (DWORD(WINAPI *)(void))GetProcAddress(GetModuleHandleW(L"winmm.dll"), "timeGetTime");
    if (now)
        now();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        own_ok();
        other_dll_ok();
        looked_up_ok();
    }
    return TRUE;
}
