/* A static local that only unload reaches is made then, and destroyed after it. */
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

static void finish_bad()
{
    static codec_bad codec;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        finish_bad();
    }
    return TRUE;
}
