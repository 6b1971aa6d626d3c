/* A generated header is not there; what does not need it is analysed all the same. */
// exit: 1
#include <windows.h>
#include "generated/config.h"

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
