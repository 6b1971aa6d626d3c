/* Sockets of an export; at exit the handle is left to the system. */
#include <winsock2.h>
#include <windows.h>

static SOCKET g_socket = INVALID_SOCKET;

__declspec(dllexport) int open_ok(const struct sockaddr *to, int size)
{
    g_socket = socket(AF_INET, SOCK_STREAM, 0);
    return connect(g_socket, to, size);
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)module;
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        g_socket = INVALID_SOCKET;
    }
    return TRUE;
}
