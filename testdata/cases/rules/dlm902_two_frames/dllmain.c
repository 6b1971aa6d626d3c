/* Wants the name of the account for its log. */
#include <windows.h>
#include "log.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        log_begin_bad();
    }
    return TRUE;
}
