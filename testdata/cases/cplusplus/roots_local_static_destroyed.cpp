/* A static local that DllMain makes is destroyed when the DLL goes. */
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

static codec_bad &instance_bad()
{
    static codec_bad codec;
    return codec;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return instance_bad().module != nullptr;
    }
    return TRUE;
}
