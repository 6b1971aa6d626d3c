/* A table is made when the DLL is loaded. */
// options: --rules *
#include <stdlib.h>
#include <windows.h>

static void *g_table;

static void work_bad(void)
{
    g_table = malloc(100);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
