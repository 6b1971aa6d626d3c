/* The log says good-bye at unload, when all threads live. */
#include <stdio.h>
#include <windows.h>

FILE *g_log;

static void work_ok(void)
{
    fprintf(g_log, "bye\n");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_ok();
    }
    return TRUE;
}
