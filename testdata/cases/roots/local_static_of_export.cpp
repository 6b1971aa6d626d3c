/* A static local of a function that only callers of the DLL reach is built without the lock. */
#include <windows.h>

struct codec_ok {
    codec_ok() : module(LoadLibraryA("codec.dll"))
    {
    }

    HMODULE module;
};

extern "C" __declspec(dllexport) HMODULE codec_module_ok()
{
    static codec_ok codec;
    return codec.module;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
