/* What one call through a pointer may lead to is told once only if all of it hangs on that call: here
   another call leads to each place when a thread ends. */
#include <windows.h>

struct codec {
    void (*close)(void);
};

static HMODULE g_wave, g_mp3, g_table;

static void close_wave_bad(void)
{
    FreeLibrary(g_wave);
}

static void close_mp3_bad(void)
{
    FreeLibrary(g_mp3);
    FreeLibrary(g_table);
}

static void close_stream_bad(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
}

static void close_none_ok(void)
{
}

static struct codec *g_codec;

static struct codec *make_ok(void (*close)(void))
{
    struct codec *codec = HeapAlloc(GetProcessHeap(), 0, sizeof *codec);
    codec->close = close;
    return codec;
}

__declspec(dllexport) void open_ok(int kind)
{
    g_wave = LoadLibraryA("wave.dll");
    g_mp3 = LoadLibraryA("mp3.dll");
    g_table = LoadLibraryA("table.dll");
    switch (kind) {
    case 0:
        g_codec = make_ok(close_wave_bad);
        break;
    case 1:
        g_codec = make_ok(close_mp3_bad);
        break;
    case 2:
        g_codec = make_ok(close_stream_bad);
        break;
    default:
        g_codec = make_ok(close_none_ok);
        break;
    }
}

static void close_again_bad(struct codec *codec)
{
    codec->close();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_codec->close();
    }
    if (reason == DLL_THREAD_DETACH) {
        close_again_bad(g_codec);
    }
    return TRUE;
}
