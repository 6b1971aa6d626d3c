/* A wrapper of the project's own, which closes nothing. */
#include <windows.h>

namespace http
{
static void WinHttpCloseHandle(void *)
{
}
}

struct Client {
    void WinHttpOpen()
    {
    }
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    Client client;
    client.WinHttpOpen();
    http::WinHttpCloseHandle(nullptr);
    return TRUE;
}
