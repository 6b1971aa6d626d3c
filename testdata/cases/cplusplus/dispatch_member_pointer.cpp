// Pointers to members: in a variable, in a table, in a field, and to a virtual method.
#include <windows.h>

class Session {
public:
    virtual ~Session() {}
    virtual void resume() {}
    void connect_bad() { LoadLibraryA("connect.dll"); }
    void close_ok() { OutputDebugStringA("closed"); }
    void never_ok() { LoadLibraryA("never.dll"); }
    void lookup_bad() { LoadLibraryA("lookup.dll"); }
};

class RemoteSession : public Session {
public:
    void resume() override { remote_bad(); }

private:
    void remote_bad() { LoadLibraryA("remote.dll"); }
};

class LocalSession : public Session {
public:
    void resume() override { local_ok(); }

private:
    void local_ok() { OutputDebugStringA("local"); }
};

typedef void (Session::*action)();

struct command {
    const char *name;
    action run;
};

static const action steps[] = {&Session::close_ok, &Session::connect_bad};
static const command commands[] = {{"lookup", &Session::lookup_bad}};
static const action never[] = {&Session::never_ok};

static void call_steps_bad(Session *session)
{
    for (int i = 0; i < 2; i++) {
        (session->*steps[i])();
    }
}

static void call_command_bad(Session &session)
{
    (session.*commands[0].run)();
}

static void call_first_ok(Session *session)
{
    action first = &Session::close_ok;
    (session->*first)();
}

static void resume_bad()
{
    RemoteSession remote;
    action resume = &Session::resume;
    (remote.*resume)();
}

static void resume_ok()
{
    LocalSession local;
    action resume = &Session::resume;
    (local.*resume)();
}

extern "C" __declspec(dllexport) void later(Session *session)
{
    (session->*never[0])();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LocalSession session;
        call_steps_bad(&session);
        call_command_bad(session);
        call_first_ok(&session);
        resume_bad();
        resume_ok();
    }
    return TRUE;
}
