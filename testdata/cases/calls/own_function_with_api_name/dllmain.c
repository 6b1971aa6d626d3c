/* The module has functions of its own that bear the names of Winsock's. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include "pipes.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return socket(1, 2, 3) >= 0 && connect(4) == 0;
    }
    return TRUE;
}
