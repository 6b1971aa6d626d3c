/* A member of its own for one argument. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class T> struct Module {
    ~Module();
    void end_ok()
    {
        FreeLibrary(GetModuleHandleA("usual"));
    }
    void end_bad()
    {
        FreeLibrary(GetModuleHandleA("special"));
    }
};

template <class T> Module<T>::~Module()
{
    end_ok();
}

template <> Module<short>::~Module()
{
    end_bad();
}

static Module<short> g_module;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
