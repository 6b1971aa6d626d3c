/* The constructor of a global runs before DllMain. */
#include <winsock2.h>
#include <windows.h>

struct network_bad {
    network_bad()
    {
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
    }
};

static network_bad g_network;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
