/* A static member of a template that nothing names is never made. */
#include <windows.h>

struct codec {
    codec()
    {
        load_ok();
    }

    void load_ok()
    {
        LoadLibraryA("codec.dll");
    }
};

template <class Thing> struct singleton {
    static Thing instance;

    static int number()
    {
        return 7;
    }
};

template <class Thing> Thing singleton<Thing>::instance;

extern "C" __declspec(dllexport) int codec_number_ok()
{
    return singleton<codec>::number();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
