// A range-for over a constant object calls its constant begin().
#include <windows.h>

struct modules {
    HMODULE *begin()
    {
        refresh_ok();
        return list;
    }
    HMODULE *end()
    {
        return list + 2;
    }
    const HMODULE *begin() const
    {
        return list;
    }
    const HMODULE *end() const
    {
        return list + 2;
    }
    void refresh_ok()
    {
        list[0] = LoadLibraryA("first.dll");
    }
    HMODULE list[2] = {};
};

static int g_loaded;

static void count(const modules &all)
{
    for (HMODULE module : all) {
        g_loaded += module != nullptr;
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        count(modules());
    }
    return TRUE;
}
