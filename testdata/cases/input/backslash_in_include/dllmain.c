/* An include with a backslash and another case than the file's; without it the call is unknown. */
#include <windows.h>
#include "Sub\Inc.h"

static void load_bad(void)
{
    LoadLibraryA(HELPER_NAME);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        START();
    }
    return TRUE;
}
