// show: cuts
// A pointer to a member that nobody has stored anything in.
#include <windows.h>

class Session {
public:
    void connect_ok() { LoadLibraryA("connect.dll"); }
    int state = 0;
};

typedef void (Session::*action)();

extern action g_action;

static void call_ok(Session *session)
{
    (session->*g_action)();
    int Session::*state = &Session::state;
    session->*state = 1;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Session session;
        call_ok(&session);
    }
    return TRUE;
}
