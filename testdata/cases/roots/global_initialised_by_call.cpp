/* In C++ the initialiser of a plain variable may call functions, at load. */
#include <windows.h>

static HMODULE open_bad(const char *name)
{
    return LoadLibraryA(name);
}

static HMODULE g_codec = open_bad("codec.dll");
HMODULE g_font = LoadLibraryW(L"font.dll");

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
