#include <windows.h>

#include "device.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        install_devices();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_current->shutdown();
    }
    return TRUE;
}
