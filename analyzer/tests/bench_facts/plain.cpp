/* The code of a project: what it refers to is the same with and without other headers. */
#include <windows.h>

struct codec {
    static void open()
    {
        LoadLibraryA("codec");
    }
};

template <class T> struct Session {
    Session()
    {
        T::open();
    }
    virtual ~Session()
    {
        FreeLibrary(module);
    }
    HMODULE module = nullptr;
};

static Session<codec> g_session;

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID)
{
    return reason != DLL_PROCESS_ATTACH || DisableThreadLibraryCalls(instance);
}
