/* Near misses: owners of what may be closed, an owner that is filled at attach, and one that gives
 * its handle away; waiting for no time. */
#include <windows.h>
#include "include/wil.h"

wil::unique_handle g_file;
wil::unique_hkey g_key;
wil::unique_event g_event;
wil::unique_hmodule *g_leaked;

static void attach_ok()
{
    g_leaked = new wil::unique_hmodule;
    g_leaked->reset(GetModuleHandleW(L"kernel32.dll"));
    g_file.reset(nullptr);
    HMODULE module = g_leaked->get();
    (void)module;
    g_event.SetEvent();
    g_event.wait(0);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        attach_ok();
    }
    return TRUE;
}
