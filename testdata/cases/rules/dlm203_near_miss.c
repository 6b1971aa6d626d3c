/* A thread's exit code, and a function that is named like ExitThread. */
#include <windows.h>

static DWORD ExitThreadLocal_ok(void)
{
    DWORD code = 0;

    GetExitCodeThread(GetCurrentThread(), &code);
    return code;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        ExitThreadLocal_ok();
    }
    return TRUE;
}
