/* What a template calls without qualification is found where its argument is declared. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace net
{
struct socket {
};

void shut_bad()
{
    FreeLibrary(GetModuleHandleA("net"));
}

void end(socket &)
{
    shut_bad();
}
} // namespace net

void shut_ok()
{
    FreeLibrary(GetModuleHandleA("all"));
}

void end(...)
{
    shut_ok();
}

template <class T> struct Holder {
    T item;
    ~Holder()
    {
        end(item);
    }
};

static Holder<net::socket> g_holder;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
