/* Initialised at compile time, yet the destructor is registered and runs on detach. */
#include <windows.h>

struct codec {
    constexpr codec() : module(nullptr)
    {
    }

    ~codec()
    {
        close_bad();
    }

    void close_bad()
    {
        FreeLibrary(module);
    }

    HMODULE module;
};

static codec g_codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
