/* A handler for the end. */
// options: --rules *
#include <stdlib.h>
#include <windows.h>

static int g_saved;

static void save_ok(void)
{
    g_saved = 1;
}

static void work_bad(void)
{
    atexit(save_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
