/* Makes a seed when it is loaded. */
#include <windows.h>
#include "seed.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return seed_make_bad();
    }
    return TRUE;
}
