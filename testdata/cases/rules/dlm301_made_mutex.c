/* One process sets something up, all others wait for it.  GetLastError tells who is who: who made the
   mutex owns it, and does not wait for it. */
#include <windows.h>

static HANDLE g_setup;
static HANDLE g_asked;
static HANDLE g_other;

static void write_settings_ok(void)
{
    WaitForSingleObject(g_setup, INFINITE);
    ReleaseMutex(g_setup);
}

static void set_up_ok(void)
{
    g_setup = CreateMutexW(NULL, TRUE, L"Local\\acme-setup");
    if (GetLastError() == ERROR_ALREADY_EXISTS) {
        return;
    }
    write_settings_ok();
    ReleaseMutex(g_setup);
}

/* The error in a variable, and asked the other way round. */
static void asked_by_copy_bad(void)
{
    HANDLE mutex = CreateMutexW(NULL, TRUE, L"Local\\acme-copy");
    DWORD error = GetLastError();
    if (mutex != NULL && ERROR_ALREADY_EXISTS != error) {
        WaitForSingleObject(mutex, INFINITE);
        return;
    }
    WaitForSingleObject(mutex, INFINITE);
}

/* Nobody asks: it may belong to another process. */
static void never_asked_bad(void)
{
    g_asked = CreateMutexW(NULL, TRUE, L"Local\\acme-asked");
    WaitForSingleObject(g_asked, INFINITE);
}

/* Not made for this thread. */
static void not_owned_bad(void)
{
    HANDLE mutex = CreateMutexW(NULL, FALSE, L"Local\\acme-shared");
    if (GetLastError() != ERROR_ALREADY_EXISTS) {
        WaitForSingleObject(mutex, INFINITE);
    }
}

/* The error is that of the second one. */
static void two_mutexes_bad(void)
{
    HANDLE second;
    g_other = CreateMutexW(NULL, TRUE, L"Local\\acme-first");
    second = CreateMutexW(NULL, TRUE, L"Local\\acme-second");
    if (GetLastError() == ERROR_ALREADY_EXISTS) {
        return;
    }
    WaitForSingleObject(second, INFINITE);
    WaitForSingleObject(g_other, INFINITE);
}

/* Another error tells nothing. */
static void other_error_bad(void)
{
    HANDLE mutex = CreateMutexW(NULL, TRUE, L"Local\\acme-error");
    if (GetLastError() != ERROR_ACCESS_DENIED) {
        WaitForSingleObject(mutex, INFINITE);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_ok();
        asked_by_copy_bad();
        never_asked_bad();
        not_owned_bad();
        two_mutexes_bad();
        other_error_bad();
    }
    return TRUE;
}
