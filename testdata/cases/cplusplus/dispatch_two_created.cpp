// Two classes are made, and which of them the caller hands over is not known: each is possible.
#include <windows.h>

class Codec {
public:
    virtual ~Codec() {}
    virtual void open() = 0;
};

class WideCodec : public Codec {
public:
    void open() override;
};

class SmallCodec : public Codec {
public:
    void open() override {}
};

class OldCodec : public Codec {
public:
    void open() override { FreeLibrary(nullptr); }
};

void WideCodec::open()
{
    LoadLibraryA("wide.dll");
}

static Codec *g_codec;

extern "C" __declspec(dllexport) void install(Codec *codec)
{
    g_codec = codec;
}

extern "C" __declspec(dllexport) Codec *make_wide()
{
    return new WideCodec;
}

extern "C" __declspec(dllexport) Codec *make_small()
{
    return new SmallCodec;
}

static void open_bad()
{
    if (g_codec != nullptr) {
        g_codec->open();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_bad();
    }
    return TRUE;
}
