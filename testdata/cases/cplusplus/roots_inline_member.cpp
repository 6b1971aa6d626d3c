/* A static member that is defined inside its class needs no line of its own. */
// flags: -std=c++17
#include <windows.h>

struct codec_bad {
    codec_bad() : module(LoadLibraryA("codec.dll"))
    {
    }

    ~codec_bad()
    {
        FreeLibrary(module);
    }

    HMODULE module;
};

class decoder {
public:
    inline static codec_bad codec;
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
