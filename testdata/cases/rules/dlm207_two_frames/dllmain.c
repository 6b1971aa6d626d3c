/* A DLL closes its watchers at detach; one of them is a server of RPC. */
#include <windows.h>
#include "watch.h"

static void close_all_bad(void)
{
    watch_close_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_all_bad();
    }
    return TRUE;
}
