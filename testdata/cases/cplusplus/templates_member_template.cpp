/* Member templates of classes and of class templates; decltype(auto). */
// flags: -std=c++14
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct loader {
    HMODULE operator()() const
    {
        return load_bad();
    }
    HMODULE load_bad() const
    {
        return LoadLibraryA("loader");
    }
};

struct counter {
    int operator()() const
    {
        return count_ok();
    }
    int count_ok() const
    {
        return 1;
    }
};

class Runner
{
  public:
    template <class F> decltype(auto) run(const F &f)
    {
        return f();
    }
};

template <class T> struct Typed {
    template <class F> T call(F f)
    {
        return static_cast<T>(f() != 0);
    }
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Runner runner;
        Typed<int> typed;
        return runner.run(loader{}) != nullptr && typed.call(counter{});
    }
    return TRUE;
}
