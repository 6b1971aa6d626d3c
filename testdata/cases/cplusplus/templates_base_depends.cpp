/* Bases that are made from the same argument, and one that is the argument. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct net {
    static void drop_bad()
    {
        FreeLibrary(GetModuleHandleA("net"));
    }
};

template <class T> struct Link {
    ~Link()
    {
        T::drop_bad();
    }
};

template <class T> struct Session : Link<T> {
    int number = 0;
};

struct policy {
    policy()
    {
        load_bad();
    }
    void load_bad()
    {
        LoadLibraryA("policy");
    }
};

template <class P> struct Host : P {
};

static Session<net> g_session;
static Host<policy> g_host;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
