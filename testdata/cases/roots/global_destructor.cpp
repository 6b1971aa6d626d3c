/* A global with constructor and destructor: each in its own phases. */
#include <winsock2.h>
#include <windows.h>

struct network_bad {
    network_bad()
    {
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
    }

    ~network_bad()
    {
        WSACleanup();
    }
};

network_bad g_network;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
