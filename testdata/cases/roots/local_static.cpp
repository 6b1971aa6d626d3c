/* A static local is constructed when its function first runs: here under the lock. */
#include <windows.h>

struct codec_bad {
    codec_bad() : module(LoadLibraryA("codec.dll"))
    {
    }

    HMODULE module;
};

static codec_bad &instance_of_codec()
{
    static codec_bad codec;
    return codec;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return instance_of_codec().module != nullptr;
    }
    return TRUE;
}
