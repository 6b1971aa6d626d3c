/* Each thread has its own object, and its lock is never another thread's: silence. */
#include <windows.h>

struct session {
    CRITICAL_SECTION guard;
    HMODULE driver;
};

static DWORD g_index;

static struct session *current(void)
{
    return TlsGetValue(g_index);
}

__declspec(dllexport) void session_open(void)
{
    struct session *session = current();
    EnterCriticalSection(&session->guard);
    session->driver = LoadLibraryA("driver.dll");
    LeaveCriticalSection(&session->guard);
}

static void session_end_ok(void)
{
    struct session *session = current();
    EnterCriticalSection(&session->guard);
    session->driver = NULL;
    LeaveCriticalSection(&session->guard);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        session_end_ok();
    }
    return TRUE;
}
