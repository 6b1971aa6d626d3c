/* A plug-in that an export loads: at detach nobody knows whether it is still there. */
#include <windows.h>

typedef void(WINAPI *codec_stop)(void);

static HMODULE g_codec;
static codec_stop g_stop;

__declspec(dllexport) BOOL codec_open_ok(void)
{
    g_codec = LoadLibraryW(L"codec.dll");
    if (g_codec == NULL) {
        return FALSE;
    }
    g_stop = (codec_stop)GetProcAddress(g_codec, "codec_stop");
    return g_stop != NULL;
}

static void codec_close_bad(void)
{
    if (g_stop != NULL) {
        g_stop();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        codec_close_bad();
    }
    return TRUE;
}
