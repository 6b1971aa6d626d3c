/* A thread that is created on detach: an error. */
#include <windows.h>

static DWORD WINAPI flush_ok(LPVOID parameter)
{
    return 0;
}

static void flush_in_background_bad(void)
{
    CreateThread(NULL, 0, flush_ok, NULL, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        flush_in_background_bad();
    }
    return TRUE;
}
