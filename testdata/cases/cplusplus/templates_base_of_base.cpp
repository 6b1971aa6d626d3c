/* A base between that has no function of its own. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct net {
    static void drop_bad()
    {
        FreeLibrary(GetModuleHandleA("net"));
    }
};

namespace wire
{
template <class T> struct Link {
    ~Link()
    {
        T::drop_bad();
    }
};

template <class T> struct Channel : Link<T> {
    int number = 0;
};

template <class T> struct Session : Channel<T> {
    int state = 0;
};
} // namespace wire

static wire::Session<net> g_session;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
