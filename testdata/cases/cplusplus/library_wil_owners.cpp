/* Owners close what they hold by the function in their type, whatever the alias is called: a DLL, a
 * function of the module, work of the thread pool. */
#include <windows.h>
#include "include/wil.h"

void end_session_bad(HANDLE session)
{
    WaitForSingleObject(session, INFINITE);
    CloseHandle(session);
}

typedef wil::unique_hmodule plugin;
using unique_session = wil::unique_any<HANDLE, decltype(&end_session_bad), end_session_bad>;

plugin g_plugin;
unique_session g_session;
wil::unique_threadpool_work g_work;

struct plugins {
    wil::unique_hmodule first;
};
plugins g_members;

static void unload_bad()
{
    g_plugin.reset();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        unload_bad();
    }
    return TRUE;
}
