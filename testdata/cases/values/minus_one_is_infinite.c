/* -1 is INFINITE, in a variable of any type and in a comparison. */
#include <windows.h>

static HANDLE g_event;

static void wait_bad(int milliseconds)
{
    DWORD timeout = milliseconds;

    if (timeout == INFINITE) {
        LoadLibraryA("patience.dll");
    }
    WaitForSingleObject(g_event, milliseconds);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_event = CreateEventA(NULL, TRUE, FALSE, NULL);
        wait_bad(-1);
    }
    return TRUE;
}
