/* dllmain.c - the entry point of telemetry.dll.  It looks harmless: all it does is call others. */
#include "telemetry.h"

HINSTANCE telemetry_instance;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        telemetry_instance = instance;
        DisableThreadLibraryCalls(instance);
        return compat_prepare() && session_start();
    case DLL_PROCESS_DETACH:
        session_stop(reserved != NULL);
        break;
    default:
        break;
    }
    return TRUE;
}
