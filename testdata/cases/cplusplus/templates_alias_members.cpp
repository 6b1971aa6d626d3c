/* Aliases of templates; a member and a local whose classes are made from them. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct socket_traits {
    static void close_bad()
    {
        FreeLibrary(GetModuleHandleA("socket"));
    }
};

struct file_traits {
    static void close_bad();
};

template <class T, int N> struct Pool {
    ~Pool()
    {
        T::close_bad();
    }
    int slots[N];
};

template <class T> using Small = Pool<T, 4>;
using Sockets = Small<socket_traits>;

struct Server {
    Sockets sockets[2];
    const Small<socket_traits> spare{};
};

static Server g_server;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
