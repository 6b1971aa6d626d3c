#include <windows.h>
#include "shared/util.h"

static void a_start_bad(void)
{
    util_load_bad("a_helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        a_start_bad();
    }
    return TRUE;
}
