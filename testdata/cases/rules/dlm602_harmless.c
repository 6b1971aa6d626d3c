/* No handler: an export saves. */
// options: --rules *
#include <stdlib.h>
#include <windows.h>

static int g_saved;

static void work_ok(void)
{
    g_saved = 1;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
