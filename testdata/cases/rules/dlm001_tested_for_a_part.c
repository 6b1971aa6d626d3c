/* Something is left to the system at process end: whoever wrote this knows of lpvReserved. */
#include <stdlib.h>
#include <windows.h>

static char *g_path;
static DWORD g_index;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        free(g_path);
        if (!reserved) {
            TlsFree(g_index);
        }
    }
    return TRUE;
}
