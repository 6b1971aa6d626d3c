// A base that is made from a template calls the class that it was made for.
#include <windows.h>

template <class Derived> struct startable {
    void start()
    {
        static_cast<Derived *>(this)->on_start();
    }
};

struct timer : startable<timer> {
    void on_start()
    {
    }
};

struct network : startable<network> {
    void on_start()
    {
        on_start_ok();
    }
    void on_start_ok()
    {
        LoadLibraryA("net.dll");
    }
};

static timer g_timer;
static network g_network;

extern "C" __declspec(dllexport) void start_network()
{
    g_network.start();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_timer.start();
    }
    return TRUE;
}
