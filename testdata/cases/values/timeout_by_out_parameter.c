/* A helper writes the timeout through a pointer. */
#include <windows.h>

static HANDLE g_done;

static void choose(DWORD reason, DWORD *timeout)
{
    *timeout = INFINITE;
    if (reason != DLL_PROCESS_ATTACH) {
        *timeout = 0;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    DWORD timeout;

    choose(reason, &timeout);
    WaitForSingleObject(g_done, timeout);
    return TRUE;
}
