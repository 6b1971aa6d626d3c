/* gethostbyname, per thread. */
#include <winsock2.h>
#include <windows.h>

static void resolve_bad(void)
{
    gethostbyname("localhost");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_THREAD_ATTACH:
        resolve_bad();
        break;
    }
    return TRUE;
}
