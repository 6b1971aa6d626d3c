/* A lambda that is called in the initialiser runs at load, one that is only kept does not. */
// flags: -std=c++17
#include <windows.h>

static void load_bad()
{
    LoadLibraryA("codec.dll");
}

static void load_ok()
{
    LoadLibraryA("later.dll");
}

static const bool g_loaded = [] {
    load_bad();
    return true;
}();

static const auto g_later = [] { load_ok(); };

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
