// An object made in a buffer is destroyed only where somebody calls its destructor.
#include <new>
#include <windows.h>

struct session {
    session() : module(nullptr)
    {
    }
    ~session()
    {
        close_ok();
    }
    void close_ok()
    {
        FreeLibrary(module);
    }
    HMODULE module;
};

alignas(session) static unsigned char g_storage[sizeof(session)];
static session *g_session;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_session = new (g_storage) session;
    }
    return TRUE;
}
