/* The entries of a list in a global are freed in the loop's own function. */
#include <stdlib.h>
#include <windows.h>

struct session {
    LIST_ENTRY entry;
    DWORD id;
};

static LIST_ENTRY g_sessions;

static void end_sessions_bad(void)
{
    LIST_ENTRY *link = g_sessions.Flink;

    while (link != &g_sessions) {
        struct session *session = CONTAINING_RECORD(link, struct session, entry);
        link = link->Flink;
        free(session);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_sessions.Flink = g_sessions.Blink = &g_sessions;
    }
    if (reason == DLL_PROCESS_DETACH) {
        end_sessions_bad();
    }
    return TRUE;
}
