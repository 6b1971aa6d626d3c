/* Members that nothing calls are not made; default arguments of templates. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct nothing {
    static void tick_ok()
    {
    }
};

struct everything {
    static void load_ok()
    {
        LoadLibraryA("everything");
    }
    static void tick_ok()
    {
        LoadLibraryA("tick");
    }
};

template <class T = nothing, class U = everything, int N = 4> class Timer
{
  public:
    Timer()
    {
        if (N > 8) {
            U::tick_ok();
        }
        T::tick_ok();
    }
    void load()
    {
        U::load_ok();
    }
    ~Timer()
    {
        T::tick_ok();
    }
};

static Timer<> g_timer;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
