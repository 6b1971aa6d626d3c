/* Asks for an update when it is loaded. */
#include <windows.h>
#include "update.h"

static BOOL start_bad(void)
{
    return update_wanted_bad(L"https://updates.invalid/mylib");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason == DLL_PROCESS_ATTACH ? start_bad() : TRUE;
}
