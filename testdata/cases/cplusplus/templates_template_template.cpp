/* A template as argument of a template, with defaults. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct loader {
    static void load_bad()
    {
        LoadLibraryA("loader");
    }
};

template <class T> struct Eager {
    Eager()
    {
        T::load_bad();
    }
};

template <class T> struct Lazy {
    void get_ok()
    {
        T::load_bad();
    }
};

template <class T, template <class> class Policy = Eager> struct Service {
    Policy<T> policy;
};

static Service<loader> g_eager;
static Service<loader, Lazy> g_lazy;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
