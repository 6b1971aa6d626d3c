/* Winsock's error code, byte order, and a function that is named alike. */
#include <winsock2.h>
#include <windows.h>

static int WSAStartupOnce_ok(void)
{
    return htons(80) != 0 && WSAGetLastError() == 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return WSAStartupOnce_ok();
    }
    return TRUE;
}
