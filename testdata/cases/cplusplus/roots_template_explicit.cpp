/* An explicit instantiation makes the static members, whoever uses them. */
#include <windows.h>

/* Missed where nothing names the member: libclang shows no static members of instantiations. */
struct FN_codec {
    /* As above: libclang shows no static members of instantiations. */
    FN_codec() : module(LoadLibraryA("codec.dll"))
    {
    }

    /* As above: libclang shows no static members of instantiations. */
    ~FN_codec()
    {
        FreeLibrary(module);
    }

    HMODULE module;
};

template <class Thing> struct singleton {
    static Thing instance;
};

template <class Thing> Thing singleton<Thing>::instance;

template struct singleton<FN_codec>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
