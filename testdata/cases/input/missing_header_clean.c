/* A missing header and nothing to report: the run succeeds, with partial coverage. */
// exit: 0
#include <windows.h>
#include "generated/config.h"

static DWORD g_started;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_started = GetTickCount();
    }
    return TRUE;
}
