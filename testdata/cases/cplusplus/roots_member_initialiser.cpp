/* A default member initialiser that calls something makes every such global dynamic. */
#include <windows.h>

static HMODULE open_codec_bad()
{
    return LoadLibraryA("codec.dll");
}

struct settings {
    int level = 3;
    HMODULE codec = open_codec_bad();
};

struct application {
    settings current;
};

application g_application;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
