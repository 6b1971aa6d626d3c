/* The same source makes two DLLs, with other -D flags: other findings in each. */
#include <winsock2.h>
#include <windows.h>

static void start_bad(void)
{
#if defined(WITH_NETWORK)
    WSADATA data;
    WSAStartup(MAKEWORD(2, 2), &data);
#elif defined(WITH_CODEC)
    LoadLibraryW(CODEC);
#endif
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
