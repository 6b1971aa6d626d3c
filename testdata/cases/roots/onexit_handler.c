/* _onexit, registered by a helper; the handler calls on. */
#include <stdlib.h>
#include <windows.h>

static HANDLE g_done;

static void drain_bad(void)
{
    WaitForSingleObject(g_done, INFINITE);
}

static int __cdecl on_exit_bad(void)
{
    drain_bad();
    return 0;
}

static void start_ok(void)
{
    g_done = CreateEventW(NULL, TRUE, FALSE, NULL);
    _onexit(on_exit_bad);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_ok();
    }
    return TRUE;
}
