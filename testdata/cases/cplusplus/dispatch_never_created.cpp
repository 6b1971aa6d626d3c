// A class of which no object is made is not what the pointer leads to; being a base is not enough.
#include <windows.h>

class Codec {
public:
    virtual ~Codec() {}
    virtual void open() { LoadLibraryA("codec.dll"); }
};

class OldCodec : public Codec {
public:
    void open() override { LoadLibraryA("old.dll"); }
};

class SmallCodec : public Codec {
public:
    SmallCodec() : Codec() {}
    void open() override {}
};

extern "C" __declspec(dllexport) Codec *g_codec;
Codec *g_codec;

extern "C" __declspec(dllexport) void install_ok()
{
    g_codec = new SmallCodec;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_codec != nullptr) {
        g_codec->open();
    }
    return TRUE;
}
