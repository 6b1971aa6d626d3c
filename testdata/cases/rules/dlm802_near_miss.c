/* atexit with a harmless handler, and a function that is named like exit. */
#include <stdlib.h>
#include <windows.h>

static volatile LONG g_users;

static void forget_ok(void)
{
    InterlockedExchange(&g_users, 0);
}

static void exit_group_ok(void)
{
    InterlockedDecrement(&g_users);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        atexit(forget_ok);
    } else if (reason == DLL_THREAD_DETACH) {
        exit_group_ok();
    }
    return TRUE;
}
