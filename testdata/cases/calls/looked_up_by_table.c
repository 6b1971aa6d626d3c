/* A table of names and the pointers that they fill: each pointer has its own name. */
#include <windows.h>

static int(WINAPI *p_stream_open)(void);
static int(WINAPI *p_stream_reset)(void);
static int(WINAPI *p_stream_close)(void);

static const struct {
    const char *name;
    void **function;
} stream_api[] = {
    {"stream_open", (void **)&p_stream_open},
    {"stream_reset", (void **)&p_stream_reset},
    {"stream_close", (void **)&p_stream_close},
};

__declspec(dllexport) BOOL stream_load_ok(void)
{
    HMODULE dll = LoadLibraryA("stream.dll");
    unsigned i;

    for (i = 0; i < sizeof stream_api / sizeof stream_api[0]; i++) {
        *stream_api[i].function = (void *)GetProcAddress(dll, stream_api[i].name);
        if (*stream_api[i].function == NULL) {
            return FALSE;
        }
    }
    return TRUE;
}

static void stream_unload_bad(void)
{
    if (p_stream_reset) {
        p_stream_reset();
    }
    p_stream_close();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        stream_unload_bad();
    }
    return TRUE;
}
