/* An unknown type breaks the calls, not what their other arguments say. */
#include <windows.h>

enum where { WHERE_BUILTIN = 1, WHERE_PLUGIN = 4 };

static void open_codec_bad(const void *id, DWORD where)
{
    if (where & WHERE_PLUGIN) {
        LoadLibraryA("codec.dll");
    }
    (void)id;
}

static void find_codec_ok(const void *id, DWORD where)
{
    if (where & WHERE_PLUGIN) {
        LoadLibraryA("codec.dll");
    }
    (void)id;
}

static void read_header_bad(void)
{
    unknown_header header;

    open_codec_bad(&header.id, WHERE_PLUGIN);
    find_codec_ok(&header.id, WHERE_BUILTIN);
}

/* The parameter hides the enumerator of that name. */
static void play_bad(const void *id, DWORD where)
{
    if (where & WHERE_PLUGIN) {
        LoadLibraryA("player.dll");
    }
    (void)id;
}

static void read_trailer_bad(DWORD WHERE_BUILTIN)
{
    unknown_header header;

    play_bad(&header.id, WHERE_BUILTIN);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_header_bad();
        read_trailer_bad(WHERE_PLUGIN);
    }
    return TRUE;
}
