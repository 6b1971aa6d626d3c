/* MAPI is started and ended by DllMain itself. */
#include <windows.h>
#include <mapix.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return SUCCEEDED(MAPIInitialize(NULL));
    case DLL_PROCESS_DETACH:
        MAPIUninitialize();
        break;
    }
    return TRUE;
}
