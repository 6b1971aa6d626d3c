/* The same helpers with INFINITE. */
#include <windows.h>

static HANDLE g_done;

static DWORD await_bad(HANDLE handle, DWORD milliseconds)
{
    return WaitForSingleObject(handle, milliseconds);
}

static BOOL finish_bad(void)
{
    return await_bad(g_done, INFINITE) == WAIT_OBJECT_0;
}

__declspec(dllexport) void begin_ok(void)
{
    g_done = OpenEventW(SYNCHRONIZE, FALSE, L"Local\\acme-done");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        return finish_bad();
    }
    return TRUE;
}
