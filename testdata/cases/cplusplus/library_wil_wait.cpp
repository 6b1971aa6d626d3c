/* wil's event: waits as long as it is told. */
#include <windows.h>
#include "include/wil.h"

static wil::unique_event *g_event;

static void for_ever_bad()
{
    g_event->wait();
}

static void a_while_bad()
{
    g_event->wait(500);
}

static void look_ok()
{
    g_event->wait(0);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        for_ever_bad();
        a_while_bad();
        look_ok();
    }
    return TRUE;
}
