/* Methods of a class template: what is called is what is made. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct loud {
    static void start_bad()
    {
        LoadLibraryA("loud");
    }
    static void rest_ok()
    {
        LoadLibraryA("rest");
    }
};

struct quiet {
    static void start_bad();
};

template <class T> struct Engine {
    void start()
    {
        T::start_bad();
    }
    void rest()
    {
        T::rest_ok();
    }
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Engine<loud> engine;
        engine.start();
    }
    return TRUE;
}

void serve()
{
    Engine<loud> engine;
    engine.rest();
}
