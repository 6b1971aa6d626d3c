/* A smart pointer constructs what it is given, and destroys it. */
#include <memory>
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

static std::unique_ptr<codec_bad> g_codec(new codec_bad);
static std::unique_ptr<codec_bad[]> g_empty;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
