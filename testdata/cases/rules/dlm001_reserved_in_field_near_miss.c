/* A field of the module's state says that the process ends. */
#include <stdlib.h>
#include <windows.h>

static struct {
    BOOL exiting;
    char *names;
} g_module;

static void clean_up_ok(void)
{
    if (g_module.exiting) {
        return;
    }
    free(g_module.names);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        if (reserved != NULL) {
            g_module.exiting = TRUE;
        }
        clean_up_ok();
    }
    return TRUE;
}
