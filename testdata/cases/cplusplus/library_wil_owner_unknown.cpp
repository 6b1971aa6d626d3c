/* An owner whose closer nobody knows is a place that was not followed. */
// show: cuts
#include <windows.h>
#include "include/wil.h"

void end_ok(HANDLE session);

wil::unique_any<HANDLE, decltype(&end_ok), end_ok> g_session;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
