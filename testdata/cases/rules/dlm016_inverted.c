/* Taken for "is the process still there?": clean-up only when it ends. */
#include <stdlib.h>
#include <windows.h>

static CRITICAL_SECTION g_lock;
static char *g_path;

static void clean_up_bad(void)
{
    DeleteCriticalSection(&g_lock);
    free(g_path);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID lpvReserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        InitializeCriticalSection(&g_lock);
        break;
    case DLL_PROCESS_DETACH:
        if (lpvReserved != NULL) {
            clean_up_bad();
        }
        break;
    }
    return TRUE;
}
