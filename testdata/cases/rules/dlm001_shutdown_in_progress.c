/* The loader is asked instead of lpvReserved. */
#include <stdlib.h>
#include <windows.h>

BOOLEAN NTAPI RtlDllShutdownInProgress(void);

static char *g_path;

static void clean_up_ok(void)
{
    if (RtlDllShutdownInProgress())
        return;
    free(g_path);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        clean_up_ok();
    }
    return TRUE;
}
