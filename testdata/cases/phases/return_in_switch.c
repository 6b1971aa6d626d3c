/* Cases that return never reach the code behind the switch. */
#include <windows.h>

static void stop_bad(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return TRUE;
    case DLL_THREAD_ATTACH:
    case DLL_PROCESS_DETACH:
        return FALSE;
    }
    stop_bad();
    return TRUE;
}
