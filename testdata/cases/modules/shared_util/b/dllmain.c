#include <windows.h>
#include "shared/util.h"

static void b_start_bad(void)
{
    util_load_bad("b_helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        b_start_bad();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        util_free_bad();
    }
    return TRUE;
}
