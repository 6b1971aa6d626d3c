/* Founding case: DllMain starts Winsock, two other units away. */
#include <windows.h>
#include "net.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return component_start_bad();
    case DLL_PROCESS_DETACH:
        component_forget_ok();
        break;
    }
    return TRUE;
}
