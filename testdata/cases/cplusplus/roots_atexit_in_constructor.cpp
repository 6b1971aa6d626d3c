/* A handler that a constructor registers runs when the DLL is unloaded. */
// flags: -D_UCRT
#include <cstdlib>
#include <windows.h>

static HMODULE g_codec;

static void close_codec_bad()
{
    FreeLibrary(g_codec);
}

static void report_ok()
{
    FreeLibrary(g_codec);
}

struct registrar {
    registrar()
    {
        std::atexit(close_codec_bad);
        at_quick_exit(report_ok);
    }
};

static registrar g_registrar;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
