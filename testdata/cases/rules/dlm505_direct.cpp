/* A global closes its WebSocket when it is destroyed, which is after DllMain. */
#include <windows.h>
#include <winhttp.h>

struct Socket {
    HINTERNET handle = nullptr;

    ~Socket()
    {
        WinHttpWebSocketClose(handle, 1000, nullptr, 0);
        WinHttpCloseHandle(handle);
    }
};

static Socket g_socket_bad;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
