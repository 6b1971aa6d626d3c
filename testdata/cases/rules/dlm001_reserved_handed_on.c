/* lpvReserved goes down two calls, into a log and a local, and nobody acts on it. */
#include <stdlib.h>
#include <windows.h>

static char *g_names;

static void clean_up_bad(LPVOID reserved)
{
    const char *how = reserved ? "exit" : "unload";
    OutputDebugStringA(how);
    free(g_names);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        clean_up_bad(reserved);
    }
    return TRUE;
}
