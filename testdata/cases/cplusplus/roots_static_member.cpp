/* A static member of a class is a global: constructed at load, destroyed at unload. */
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
    static HMODULE library()
    {
        return codec.module;
    }

private:
    static codec_bad codec;
};

codec_bad decoder::codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
