/* The project brings headers of its own, in which GetLastError is an inline function that reads the
   thread's error where it is kept: it is the API all the same, and tells who made the mutex. */
#include "system.h"

static HANDLE g_setup;
static HANDLE g_shared;

static void write_settings_ok(void)
{
    WaitForSingleObject(g_setup, INFINITE);
    ReleaseMutex(g_setup);
}

static void set_up_ok(void)
{
    g_setup = CreateMutexW(0, TRUE, L"Local\\acme-setup");
    if (GetLastError() == ERROR_ALREADY_EXISTS) {
        return;
    }
    write_settings_ok();
    ReleaseMutex(g_setup);
}

/* What another function says is not the thread's error. */
static void ask_another_bad(void)
{
    g_shared = CreateMutexW(0, TRUE, L"Local\\acme-shared");
    if (GetOtherError() == ERROR_ALREADY_EXISTS) {
        return;
    }
    WaitForSingleObject(g_shared, INFINITE);
}

BOOL WINAPI DllMain(HANDLE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_ok();
        ask_another_bad();
    }
    return TRUE;
}
