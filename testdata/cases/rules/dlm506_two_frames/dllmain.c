/* Each module of the DLL has its own cleanup. */
#include <windows.h>
#include "modules.h"

static void clean_up_bad(void)
{
    snmp_end_bad();
    directory_end_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        clean_up_bad();
    }
    return TRUE;
}
