/* Both are imported, says the header; the linker takes timeBeginPeriod from the module's own unit. */
#include <windows.h>
#include <mmsystem.h>

static void begin_bad(void)
{
    timeBeginPeriod(1);
}

static void end_bad(void)
{
    timeEndPeriod(1);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        end_bad();
    }
    return TRUE;
}
