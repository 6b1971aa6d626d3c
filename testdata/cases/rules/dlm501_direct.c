/* Winsock is started and ended by DllMain itself. */
#include <winsock2.h>
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    WSADATA data;

    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return WSAStartup(MAKEWORD(2, 2), &data) == 0;
    case DLL_PROCESS_DETACH:
        WSACleanup();
        break;
    }
    return TRUE;
}
