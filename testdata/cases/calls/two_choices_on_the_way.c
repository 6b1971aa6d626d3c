/* A path on which two calls go through pointers that may hold other functions, too, is a warning; with
   one such call, and with two that can only go where they go, it is an error. */
#include <windows.h>

struct stream {
    void (*close)(struct stream *);
};

struct watch {
    void (*end)(struct watch *);
    struct stream *stream;
};

static void close_file_ok(struct stream *stream)
{
    stream->close = NULL;
}

static void close_pipe_bad(struct stream *stream)
{
    WaitForSingleObject(stream, INFINITE);
}

static void end_timer_ok(struct watch *watch)
{
    watch->stream = NULL;
}

static void end_stream_bad(struct watch *watch)
{
    LoadLibraryA("stream.dll");
    watch->stream->close(watch->stream);
}

struct codec {
    void (*open)(const char *);
};

static void open_any_bad(const char *name)
{
    LoadLibraryA(name);
}

struct opener {
    void (*run)(struct codec *);
};

static void run_codec_bad(struct codec *codec)
{
    codec->open("codec.dll");
}

__declspec(dllexport) void add(struct stream *stream, struct watch *watch, int kind)
{
    stream->close = kind ? close_file_ok : close_pipe_bad;
    watch->end = kind ? end_timer_ok : end_stream_bad;
}

__declspec(dllexport) void add_codec(struct codec *codec, struct opener *opener)
{
    codec->open = open_any_bad;
    opener->run = run_codec_bad;
}

extern struct watch *g_watch;
extern struct opener *g_opener;
extern struct codec *g_codec;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_watch->end(g_watch);
        g_opener->run(g_codec);
    }
    return TRUE;
}
