/* timeEndPeriod and LoadLibraryW are ours; timeBeginPeriod and LoadLibraryA are only declared. */
#include <windows.h>
#include <mmsystem.h>

MMRESULT WINAPI timeBeginPeriod(UINT period);

MMRESULT WINAPI timeEndPeriod(UINT period)
{
    return period == 0 ? TIMERR_NOCANDO : TIMERR_NOERROR;
}

HMODULE WINAPI LoadLibraryW(LPCWSTR name)
{
    return name[0] == L'x' ? (HMODULE)name : NULL;
}

static void begin_bad(void)
{
    timeBeginPeriod(1);
    LoadLibraryA("helper.dll");
}

static void end_ok(void)
{
    timeEndPeriod(1);
    LoadLibraryW(L"helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_bad();
        end_ok();
    }
    return TRUE;
}
