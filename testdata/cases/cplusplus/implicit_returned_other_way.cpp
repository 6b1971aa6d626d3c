// Another way out of the function destroys the local that the last one returns.
#include <windows.h>

struct session_bad {
    HMODULE module = nullptr;
    ~session_bad() { FreeLibrary(module); }
};

static session_bad *g_session;

static session_bad open_bad()
{
    session_bad spare;
    session_bad session;
    session.module = GetModuleHandleA("net.dll");
    return session;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_session = new session_bad(open_bad());
    }
    return TRUE;
}
