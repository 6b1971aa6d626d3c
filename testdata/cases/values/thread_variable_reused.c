/* One variable holds a thread first and an event later. */
#include <windows.h>

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

static void reuse_bad(void)
{
    HANDLE handle = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);

    CloseHandle(handle);
    handle = CreateEventW(NULL, TRUE, FALSE, NULL);
    WaitForSingleObject(handle, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        reuse_bad();
    }
    return TRUE;
}
