/* The cache must be written when the process ends; that its memory is freed goes along with it. */
#include <stdlib.h>
#include <windows.h>

static char *g_cache;
static DWORD g_size;
static HANDLE g_file;

static void write_cache_ok(void)
{
    DWORD written;

    WriteFile(g_file, g_cache, g_size, &written, NULL);
}

static void save_ok(void)
{
    write_cache_ok();
    free(g_cache);
    g_cache = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        save_ok();
    }
    return TRUE;
}
