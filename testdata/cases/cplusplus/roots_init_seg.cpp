/* Objects of a library are constructed before those of its users, under the same lock. */
// flags: -D_MSC_VER=1929 -fms-extensions
#include <windows.h>

#pragma init_seg(lib)

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

codec_bad g_codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
