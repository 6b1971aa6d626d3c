/* b defines a timeBeginPeriod, but a is another DLL: it calls that of Windows. */
#include <windows.h>
#include <mmsystem.h>

static void begin_bad(void)
{
    timeBeginPeriod(1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_bad();
    }
    return TRUE;
}
