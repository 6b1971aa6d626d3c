/* The caller's constant decides what the helper does. */
#include <windows.h>

static void load_codec_bad(void)
{
    LoadLibraryA("codec.dll");
}

static void load_network_ok(void)
{
    LoadLibraryA("network.dll");
}

static void configure(int with_codec, int with_network)
{
    if (with_codec) {
        load_codec_bad();
    }
    if (with_network == 1) {
        load_network_ok();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        configure(TRUE, 0);
    }
    return TRUE;
}
