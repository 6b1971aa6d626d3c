/* Options as bits of an enumeration. */
#include <windows.h>

enum option { OPTION_LOG = 1, OPTION_CODEC = 2, OPTION_NETWORK = OPTION_CODEC << 1 };

static void load_codec_bad(void)
{
    LoadLibraryA("codec.dll");
}

static void load_network_ok(void)
{
    LoadLibraryA("network.dll");
}

static void start(unsigned options)
{
    if (options & OPTION_CODEC) {
        load_codec_bad();
    }
    if (options & OPTION_NETWORK) {
        load_network_ok();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start(OPTION_LOG | OPTION_CODEC);
    }
    return TRUE;
}
