/* Our WSAStartup is another function; that it loads a library is still seen. */
#include <stdarg.h>
#include <windef.h>
#include <winnt.h>

int load_sockets_bad(void);

static int WSAStartup(int version)
{
    return version == 2 && load_sockets_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return WSAStartup(2);
    }
    return TRUE;
}
