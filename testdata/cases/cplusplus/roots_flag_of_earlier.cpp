/* What an earlier initialiser left in a flag decides what a later one does. */
#include <windows.h>

static bool g_enabled;
static bool g_wanted;

static bool enable_ok()
{
    g_enabled = true;
    return true;
}

struct fallback_ok {
    fallback_ok()
    {
        if (!g_enabled) {
            LoadLibraryA("fallback.dll");
        }
    }
};

struct codec_bad {
    codec_bad()
    {
        if (g_enabled) {
            LoadLibraryA("codec.dll");
        }
    }
};

static bool g_first = enable_ok();
static fallback_ok g_fallback;
static codec_bad g_codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
