#include <windows.h>

#include "hooks.h"

void (*g_on_attach)(void);
struct hooks g_hooks;

static void load_codec_bad(void)
{
    LoadLibraryA("codec.dll");
}

static void open_socket_bad(void)
{
    LoadLibraryA("ws2_32.dll");
}

static void log_ok(void)
{
    OutputDebugStringA("attached");
}

void register_hooks_ok(void)
{
    g_on_attach = load_codec_bad;
    g_hooks.open = open_socket_bad;
    g_hooks.log = log_ok;
}
