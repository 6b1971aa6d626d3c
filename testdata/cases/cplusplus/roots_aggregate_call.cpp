/* Braces of an aggregate run the calls that stand in them. */
#include <windows.h>

struct entry {
    const char *name;
    HMODULE module;
};

static HMODULE open_bad(const char *name)
{
    return LoadLibraryA(name);
}

static entry g_entries[] = {
    {"none", nullptr},
    {"zip", open_bad("zip.dll")},
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
