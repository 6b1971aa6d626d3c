/* A function that frees its argument: first a buffer of the moment, then what a global holds. */
#include <stdlib.h>
#include <windows.h>

static char *g_name;

static void release_bad(void *memory)
{
    free(memory);
}

static void log_ok(void)
{
    char *line = malloc(80);

    release_bad(line);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        log_ok();
        release_bad(g_name);
    }
    return TRUE;
}
