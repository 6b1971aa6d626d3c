/* One helper, two callers: only the one that waits is on a path. */
#include <windows.h>

static HANDLE g_done;

__declspec(dllexport) void keep(HANDLE done)
{
    g_done = done;
}

static DWORD await(HANDLE handle, DWORD milliseconds)
{
    return WaitForSingleObject(handle, milliseconds);
}

static void poll_ok(void)
{
    await(g_done, 0);
}

static void drain_bad(void)
{
    await(g_done, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        poll_ok();
        break;
    case DLL_PROCESS_DETACH:
        drain_bad();
        break;
    }
    return TRUE;
}
