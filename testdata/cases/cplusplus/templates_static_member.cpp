/* Static members of a class template are made when they are used. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct engine {
    engine()
    {
        load_bad();
    }
    void load_bad()
    {
        LoadLibraryA("engine");
    }
    int ready = 1;
};

struct spare {
    spare()
    {
        load_ok();
    }
    void load_ok()
    {
        LoadLibraryA("spare");
    }
};

template <class T> struct Single {
    static T instance;
};

template <class T> T Single<T>::instance;

int probe()
{
    return Single<engine>::instance.ready;
}

/* Its member is used by nobody. */
static Single<spare> g_spare;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
