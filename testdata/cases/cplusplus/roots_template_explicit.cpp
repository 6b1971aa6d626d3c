/* An explicit instantiation makes the static members, whoever uses them. */
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

template struct singleton<codec_bad>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
