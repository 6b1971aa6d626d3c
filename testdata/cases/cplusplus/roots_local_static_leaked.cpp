/* What a static pointer or reference leads to is never destroyed. */
#include <windows.h>

class codec {
public:
    ~codec()
    {
        close_ok();
    }

    void close_ok()
    {
        FreeLibrary(module_);
    }

private:
    HMODULE module_ = nullptr;
};

extern "C" __declspec(dllexport) void *codec_of_plugin_ok()
{
    static codec *all = new codec;
    static codec &same = *all;
    return &same;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
