/* Reading the time is no use of a device. */
#include <windows.h>
#include <mmsystem.h>

static DWORD g_start;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_start = timeGetTime();
    }
    return TRUE;
}
