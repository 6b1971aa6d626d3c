/* A temporary that a reference of a namespace keeps lives as long as a global. */
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

static codec_bad open_codec()
{
    return codec_bad();
}

const codec_bad &g_codec = codec_bad();
static auto &&g_other = open_codec();

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
