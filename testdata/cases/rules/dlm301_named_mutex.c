/* One process sets something up, all others wait for it: the mutex has a name, so it may belong to
   another process, and the wait of those who come late is a wait. */
#include <windows.h>

static HANDLE g_setup;

/* Only the process that made the mutex gets here, and it owns it: GetLastError after CreateMutex told. */
static void write_settings_ok(void)
{
    WaitForSingleObject(g_setup, INFINITE);
    ReleaseMutex(g_setup);
}

static void set_up_bad(void)
{
    g_setup = CreateMutexW(NULL, TRUE, L"Local\\acme-setup");
    if (GetLastError() == ERROR_ALREADY_EXISTS) {
        WaitForSingleObject(g_setup, INFINITE);
        ReleaseMutex(g_setup);
        return;
    }
    write_settings_ok();
    ReleaseMutex(g_setup);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_bad();
    }
    return TRUE;
}
