/* Each thread has its own object, but one function goes through all of them: possible. */
#include <windows.h>

struct session {
    CRITICAL_SECTION guard;
    struct session *next;
    HMODULE driver;
};

static DWORD g_index;
static struct session *g_sessions;

__declspec(dllexport) void reload_all(void)
{
    for (struct session *s = g_sessions; s != NULL; s = s->next) {
        EnterCriticalSection(&s->guard);
        s->driver = LoadLibraryA("driver.dll");
        LeaveCriticalSection(&s->guard);
    }
}

static void session_end_bad(void)
{
    struct session *session = TlsGetValue(g_index);
    EnterCriticalSection(&session->guard);
    session->driver = NULL;
    LeaveCriticalSection(&session->guard);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        session_end_bad();
    }
    return TRUE;
}
