/* The static member of a template exists once something names it. */
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

template <class Thing> struct singleton {
    static Thing instance;
};

template <class Thing> Thing singleton<Thing>::instance;

extern "C" __declspec(dllexport) HMODULE codec_library_ok()
{
    return singleton<codec_bad>::instance.module;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
