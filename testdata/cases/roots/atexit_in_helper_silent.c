/* The twin of atexit_in_helper: the helper hands over a harmless handler. */
#include <stdlib.h>
#include <windows.h>

static HMODULE g_codec;

__declspec(dllexport) void close_codec_ok(void)
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

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        at_end_ok(log_ok);
    }
    return TRUE;
}
