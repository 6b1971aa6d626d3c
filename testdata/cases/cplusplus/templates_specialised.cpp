/* Explicit and partial specialisations: only theirs run. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class T> struct Guard {
    ~Guard()
    {
        fall_back_ok();
    }
    void fall_back_ok()
    {
        LoadLibraryA("fallback");
    }
};

template <> struct Guard<int> {
    int value = 0;
};

template <> struct Guard<char> {
    ~Guard()
    {
        release_bad();
    }
    void release_bad()
    {
        FreeLibrary(GetModuleHandleA("char"));
    }
};

template <class T> struct Guard<T *> {
    ~Guard()
    {
        pointer_bad();
    }
    void pointer_bad()
    {
        FreeLibrary(GetModuleHandleA("pointer"));
    }
};

static Guard<int> g_int;
static Guard<char> g_char;
static Guard<long *> g_pointer;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
