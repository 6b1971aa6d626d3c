/* Windows does not mind the case of file names. */
#include <Windows.h>
#include <WinSock2.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        WSACleanup();
    }
    return TRUE;
}
