/* DllMain makes the thread_local object that it uses. */
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

static int room_of_arena_bad()
{
    return t_arena.room;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_THREAD_ATTACH) {
        return room_of_arena_bad() >= 0;
    }
    return TRUE;
}
