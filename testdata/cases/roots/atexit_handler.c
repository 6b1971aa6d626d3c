/* A handler that is registered at attach runs on detach, behind DllMain. */
#include <stdlib.h>
#include <windows.h>

static HMODULE g_codec;

static void close_codec_bad(void)
{
    FreeLibrary(g_codec);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        atexit(close_codec_bad);
    }
    return TRUE;
}
