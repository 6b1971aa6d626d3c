/* The log says good-bye at process end. */
#include <stdio.h>
#include <windows.h>

FILE *g_log;

static void work_bad(void)
{
    fprintf(g_log, "bye\n");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_bad();
    }
    return TRUE;
}
