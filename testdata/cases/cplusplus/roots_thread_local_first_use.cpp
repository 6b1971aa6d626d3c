/* With mingw a thread_local object is made where a thread first uses it, mostly not here. */
#include <windows.h>

struct arena {
    arena() : module(LoadLibraryA("arena.dll"))
    {
    }

    ~arena()
    {
        close_bad();
    }

    void close_bad()
    {
        FreeLibrary(module);
    }

    int room = 0;
    HMODULE module;
};

static thread_local arena t_arena;

extern "C" __declspec(dllexport) int room_of_arena_ok()
{
    return t_arena.room;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
