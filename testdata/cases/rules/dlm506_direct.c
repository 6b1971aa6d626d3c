/* The client of the WLAN service lives as long as the DLL. */
#include <windows.h>
#include <wlanapi.h>

static HANDLE g_wlan;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    DWORD version;

    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return WlanOpenHandle(2, NULL, &version, &g_wlan) == ERROR_SUCCESS;
    case DLL_PROCESS_DETACH:
        WlanCloseHandle(g_wlan, NULL);
        break;
    }
    return TRUE;
}
