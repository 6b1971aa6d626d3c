/* The load is refused before the lock is made, but only if no memory is left: a note. */
#include <windows.h>
#include <stdlib.h>

static CRITICAL_SECTION g_lock;
static void *g_table;

static BOOL make_table_ok(void)
{
    g_table = malloc(64);
    return g_table != NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        if (!make_table_ok()) {
            return FALSE;
        }
        InitializeCriticalSection(&g_lock);
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        DeleteCriticalSection(&g_lock);
        free(g_table);
    }
    return TRUE;
}
