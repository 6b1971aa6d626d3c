/* Bytes that will hold an object are no object. */
#include <new>
#include <windows.h>

class codec {
public:
    codec()
    {
        load_ok();
    }

    void load_ok()
    {
        LoadLibraryA("codec.dll");
    }
};

alignas(codec) static unsigned char g_room[sizeof(codec)];

union room {
    room()
    {
    }

    ~room()
    {
    }

    codec inside;
};

static room g_union;

extern "C" __declspec(dllexport) void make_codec_ok()
{
    new (g_room) codec;
    new (&g_union.inside) codec;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
