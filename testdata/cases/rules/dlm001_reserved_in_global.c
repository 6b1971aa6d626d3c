/* A flag that DllMain sets, tested three calls down. */
#include <stdlib.h>
#include <windows.h>

static BOOL g_process_ends;
static char *g_path;

static void free_path_ok(void)
{
    if (!g_process_ends) {
        free(g_path);
    }
}

static void free_all_ok(void)
{
    free_path_ok();
}

static void detach_ok(void)
{
    free_all_ok();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        g_process_ends = reserved != NULL;
        detach_ok();
    }
    return TRUE;
}
