/* A function template with a static object, and a static member of its own. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct registry {
    registry()
    {
        load_bad();
    }
    void load_bad()
    {
        LoadLibraryA("registry");
    }
    void use_ok()
    {
    }
};

template <class T> T &instance()
{
    static T object;
    return object;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        instance<registry>().use_ok();
    }
    return TRUE;
}
