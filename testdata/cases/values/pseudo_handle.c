/* GetCurrentThread gives the same pseudo handle whenever it is called. */
#include <windows.h>

static void suspend_other_bad(HANDLE thread)
{
    if (thread == GetCurrentThread()) {
        return;
    }
    SuspendThread(thread);
}

static void suspend_own_ok(HANDLE thread)
{
    if (thread == GetCurrentThread()) {
        return;
    }
    SuspendThread(thread);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        suspend_own_ok(GetCurrentThread());
        suspend_other_bad(reserved);
    }
    return TRUE;
}
