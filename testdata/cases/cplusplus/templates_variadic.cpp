/* Packs: a fold over calls, and bases from a pack. */
// flags: -std=c++17
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct first {
    static void go_bad()
    {
        LoadLibraryA("first");
    }
};

struct second {
    static void go_bad()
    {
        LoadLibraryA("second");
    }
};

struct third {
    ~third()
    {
        end_bad();
    }
    void end_bad()
    {
        FreeLibrary(GetModuleHandleA("third"));
    }
};

struct fourth {
    static void go_bad();
};

template <class... T> void all()
{
    (T::go_bad(), ...);
}

template <class... T> struct Set : T... {
};

static Set<first, third> g_set;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        all<first, second>();
    }
    return TRUE;
}
