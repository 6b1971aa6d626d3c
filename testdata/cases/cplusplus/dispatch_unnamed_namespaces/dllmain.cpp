// Two units have classes of one name in unnamed namespaces: these are two classes.
#include <windows.h>

#include "worker.h"

static void quiet_ok()
{
    quiet_worker()->work();
}

static void loading_bad()
{
    loading_worker()->work();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        quiet_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        loading_bad();
    }
    return TRUE;
}
