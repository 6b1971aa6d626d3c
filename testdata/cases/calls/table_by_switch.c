/* A table that a switch selects is one of those that it names, and no third one. */
#include <windows.h>

struct codec_ops {
    void (*close)(void);
};

static void close_wave_ok(void)
{
    OutputDebugStringA("wave");
}

static void close_mp3_bad(void)
{
    FreeLibrary(GetModuleHandleA("mp3.dll"));
}

static void close_video_ok(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
}

static const struct codec_ops wave_ops = {close_wave_ok};
static const struct codec_ops mp3_ops = {close_mp3_bad};
static const struct codec_ops video_ops = {close_video_ok};

static int g_format;

void choose_format(int format)
{
    g_format = format;
}

const struct codec_ops *video_codec(void)
{
    return &video_ops;
}

static const struct codec_ops *audio_codec(int format)
{
    switch (format) {
    case 1:
        return &mp3_ops;
    default:
        return &wave_ops;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        audio_codec(g_format)->close();
    }
    return TRUE;
}
