/* The twin of minus_one_is_infinite: -1 is told from 0 and from what is not INFINITE. */
#include <windows.h>

static HANDLE g_event;

static void wait_ok(int milliseconds)
{
    if (milliseconds != INFINITE) {
        LoadLibraryA("impatience.dll");
    }
    if (milliseconds != -1) {
        WaitForSingleObject(g_event, milliseconds);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_event = CreateEventA(NULL, TRUE, FALSE, NULL);
        wait_ok(-1);
    }
    return TRUE;
}
