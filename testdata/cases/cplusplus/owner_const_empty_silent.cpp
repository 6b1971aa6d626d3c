/* Owners that are const and begin empty hold nothing for ever: their destructors find nothing. */
#include <windows.h>
#include <array>
#include <map>
#include <memory>

struct unload_ok {
    void operator()(int *plugin) const
    {
        FreeLibrary(reinterpret_cast<HMODULE>(plugin));
    }
};

using plugin = std::unique_ptr<int, unload_ok>;

struct layout {
    int width;
    plugin fonts[2];
};

struct page : layout {
    std::map<int, plugin> more;
    std::array<unsigned, 8> offsets;
    std::array<plugin, 2> pair;
};

static const plugin g_none;
static const layout g_layout = {};

static const page &no_page()
{
    static const page none = {};
    return none;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return no_page().width == g_layout.width && !g_none;
    }
    return TRUE;
}
