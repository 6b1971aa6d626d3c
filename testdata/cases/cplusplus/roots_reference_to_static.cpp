/* A reference to what lives elsewhere destroys nothing. */
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

static codec &make_codec()
{
    static codec *codec_of_all = new codec;
    return *codec_of_all;
}

static codec &g_codec = make_codec();

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
