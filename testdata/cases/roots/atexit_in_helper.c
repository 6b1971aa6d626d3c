/* The handler is registered by a helper of a helper, at attach; another one only by an export. */
#include <stdlib.h>
#include <windows.h>

static HMODULE g_codec;

static void close_codec_bad(void)
{
    FreeLibrary(g_codec);
}

static void log_ok(void)
{
    OutputDebugStringA("gone");
}

static void at_end_ok(void (*handler)(void))
{
    atexit(handler);
}

static void init_ok(void)
{
    at_end_ok(close_codec_bad);
    atexit(log_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        init_ok();
    }
    return TRUE;
}
