/* A variable template is a variable for each of its uses. */
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

template <class Thing> Thing shared_instance;

extern "C" __declspec(dllexport) HMODULE codec_library_ok()
{
    return shared_instance<codec_bad>.module;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
