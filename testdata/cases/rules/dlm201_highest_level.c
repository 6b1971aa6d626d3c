/* One call, reached at attach and on unload: the finding has the higher of the two levels. */
#include <windows.h>

static DWORD WINAPI worker_ok(LPVOID parameter)
{
    return 0;
}

static void run_bad(void)
{
    CreateThread(NULL, 0, worker_ok, NULL, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || (reason == DLL_PROCESS_DETACH && !reserved)) {
        run_bad();
    }
    return TRUE;
}
