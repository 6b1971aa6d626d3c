/* Const owners that hold something: they were given it, or their class makes it. */
#include <windows.h>
#include <memory>

struct unload_bad {
    void operator()(int *plugin) const
    {
        FreeLibrary(reinterpret_cast<HMODULE>(plugin));
    }
};

using plugin = std::unique_ptr<int, unload_bad>;

struct layout {
    int width;
    plugin fonts;
};

static const layout g_given_bad = {1, plugin(new int)};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return g_given_bad.width == 1;
}
