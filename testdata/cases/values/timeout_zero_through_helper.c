/* A timeout of 0 only asks; it is handed on by two helpers. */
#include <windows.h>

static HANDLE g_done;

static DWORD await_ok(HANDLE handle, DWORD milliseconds)
{
    return WaitForSingleObject(handle, milliseconds);
}

static BOOL is_done_ok(void)
{
    return await_ok(g_done, 0) == WAIT_OBJECT_0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        return is_done_ok();
    }
    return TRUE;
}
