/* A static flag that DllMain sets from lpvReserved and a helper tests. */
#include <windows.h>

static BOOL exiting;
static HMODULE plugin;

static void free_at_unload_bad(void)
{
    if (exiting) {
        return;
    }
    FreeLibrary(plugin);
}

static void report_at_exit_bad(void)
{
    if (exiting) {
        LoadLibraryA("report.dll");
    }
}

static void never_ok(void)
{
    LoadLibraryA("never.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        exiting = reserved != NULL;
        free_at_unload_bad();
        report_at_exit_bad();
        exiting = FALSE;
        if (exiting) {
            never_ok();
        }
    }
    return TRUE;
}
