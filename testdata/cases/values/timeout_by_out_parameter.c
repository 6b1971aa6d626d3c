/* A helper writes the timeout through a pointer. */
#include <windows.h>

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
    WaitForSingleObject(OpenEventA(SYNCHRONIZE, FALSE, "done"), timeout);
    return TRUE;
}
