/* Microsoft's compiler makes thread_local objects when a thread starts. */
// flags: -D_MSC_VER=1929
#include <windows.h>

struct arena_bad {
    arena_bad() : module(LoadLibraryA("arena.dll"))
    {
    }

    ~arena_bad()
    {
        FreeLibrary(module);
    }

    int room = 0;
    HMODULE module;
};

static thread_local arena_bad t_arena;

extern "C" __declspec(dllexport) int room_of_arena_ok()
{
    return t_arena.room;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
