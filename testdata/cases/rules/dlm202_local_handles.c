/* Started and awaited at once, in locals. */
#include <process.h>
#include <windows.h>

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

static unsigned __stdcall crt_run_ok(void *nothing)
{
    return 0;
}

static void run_bad(void)
{
    HANDLE thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
}

static void crt_bad(void)
{
    HANDLE thread = (HANDLE)_beginthreadex(NULL, 0, crt_run_ok, NULL, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run_bad();
        crt_bad();
    }
    return TRUE;
}
