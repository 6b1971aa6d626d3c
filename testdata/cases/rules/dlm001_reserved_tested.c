/* The same at unload only: lpvReserved is tested in the helper's argument. */
#include <stdlib.h>
#include <windows.h>

static char *g_path, *g_name;

static void clean_up_ok(BOOL process_ends)
{
    if (process_ends) {
        return;
    }
    free(g_path);
    free(g_name);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_DETACH: {
        BOOL process_ends = reserved != NULL;
        clean_up_ok(process_ends);
        break;
    }
    }
    return TRUE;
}
