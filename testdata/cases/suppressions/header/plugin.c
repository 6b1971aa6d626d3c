#include <windows.h>

#include "load.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        header_ok();
        header_bad();
    }
    return TRUE;
}
