/* A base whose type a trait says is not known: that is said. */
// show: cuts
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct engine {
    ~engine()
    {
        FN_stop();
    }
    /* The base is a type that libclang does not give; the path ends there with a cut. */
    void FN_stop()
    {
        FreeLibrary(GetModuleHandleA("engine"));
    }
};

template <class T> struct Holder {
    T held;
};

template <class T> struct Trait {
    using type = Holder<T>;
};

template <class T> struct Service : Trait<T>::type {
    int state = 0;
};

static Service<engine> g_service;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
