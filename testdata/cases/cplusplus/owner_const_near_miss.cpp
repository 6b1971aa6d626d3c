/* The same variable as one that stays empty, but somebody may fill it; and a class that fills itself. */
#include <windows.h>
#include <memory>

struct unload_bad {
    void operator()(int *plugin) const
    {
        LoadLibraryW(L"unloader.dll");
        delete plugin;
    }
};

using plugin = std::unique_ptr<int, unload_bad>;

struct layout {
    int width;
    plugin fonts;
};

static layout g_filled_bad = {};

class filling
{
  public:
    filling();

  private:
    plugin fonts_;
};

filling::filling() : fonts_(new int)
{
}

static const filling g_filling_bad = {};

extern "C" __declspec(dllexport) void fill(int *fonts)
{
    g_filled_bad.fonts.reset(fonts);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
