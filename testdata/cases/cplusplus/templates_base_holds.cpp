/* A base without functions whose member has a destructor. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct worker {
    ~worker()
    {
        stop_bad();
    }
    void stop_bad()
    {
        FreeLibrary(GetModuleHandleA("worker"));
    }
};

template <class T> struct Holder {
    T held;
};

template <class T> struct Service : Holder<T> {
    int state = 0;
};

static Service<worker> g_service;
static Service<int> g_number;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
