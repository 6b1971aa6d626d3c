// A local that is returned becomes the result: its destructor does not run in the function.
#include <windows.h>

struct session_ok {
    HMODULE module = nullptr;
    session_ok() = default;
    session_ok(session_ok &&other) : module(other.module) { other.module = nullptr; }
    ~session_ok() { FreeLibrary(module); }
};

static session_ok *g_session;

static session_ok open_ok()
{
    session_ok session;
    session.module = GetModuleHandleA("net.dll");
    return session;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_session = new session_ok(open_ok());
    }
    return TRUE;
}
