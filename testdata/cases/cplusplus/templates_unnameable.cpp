/* Arguments that have no name outside: a local class and a lambda. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class F> class Cleanup
{
  public:
    explicit Cleanup(F f) : f_(f)
    {
    }
    ~Cleanup()
    {
        f_();
    }

  private:
    F f_;
};

static void unload_bad()
{
    FreeLibrary(GetModuleHandleA("unload"));
}

static void forget_ok()
{
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        struct local {
            void operator()() const
            {
                forget_ok();
            }
        };
        auto last = [] { unload_bad(); };
        Cleanup<decltype(last)> cleanup(last);
        Cleanup<local> other(local{});
    }
    return TRUE;
}
