/* With mingw a thread_local object that nothing uses is never made, nor destroyed. */
#include <windows.h>

struct arena {
    arena() : module(LoadLibraryA("arena.dll"))
    {
    }

    ~arena()
    {
        close_ok();
    }

    void close_ok()
    {
        FreeLibrary(module);
    }

    int room = 0;
    HMODULE module;
};

static thread_local arena t_arena;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
