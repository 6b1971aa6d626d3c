/* A friend that is defined in a class template. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class T> struct Handle {
    T value;
    friend void close(Handle &handle)
    {
        handle.value.free_bad();
    }
};

struct module {
    void free_bad()
    {
        FreeLibrary(GetModuleHandleA("module"));
    }
};

struct number {
    void free_bad();
};

static Handle<module> g_handle;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        close(g_handle);
    }
    return TRUE;
}
