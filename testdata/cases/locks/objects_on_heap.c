/* Which object it is cannot be known, but all of them are in a list of all threads: a warning, possible. */
#include <windows.h>

struct session {
    CRITICAL_SECTION guard;
    struct session *next;
    HMODULE driver;
};

static struct session *g_sessions;

__declspec(dllexport) void session_open(struct session *session)
{
    session->next = g_sessions;
    g_sessions = session;
    EnterCriticalSection(&session->guard);
    session->driver = LoadLibraryA("driver.dll");
    LeaveCriticalSection(&session->guard);
}

static void sweep_bad(void)
{
    for (struct session *s = g_sessions; s != NULL; s = s->next) {
        EnterCriticalSection(&s->guard);
        LeaveCriticalSection(&s->guard);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        sweep_bad();
    }
    return TRUE;
}
