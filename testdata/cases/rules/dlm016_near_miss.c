/* At process end only the log is flushed, and a buffer of the moment freed. */
#include <stdlib.h>
#include <windows.h>

static HANDLE g_log;

static void flush_ok(void)
{
    char *line = malloc(32);
    DWORD written;

    WriteFile(g_log, "end\n", 4, &written, NULL);
    FlushFileBuffers(g_log);
    free(line);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        flush_ok();
    }
    return TRUE;
}
