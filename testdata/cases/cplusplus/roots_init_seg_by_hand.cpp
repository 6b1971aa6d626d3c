/* Objects whose constructors lie in a section of one's own are made by whoever walks that section. */
// flags: -D_MSC_VER=1929 -fms-extensions
// show: cuts
#include <windows.h>

#pragma section(".mine$m", read)
#pragma init_seg(".mine$m")

class codec {
public:
    codec()
    {
        load_ok();
    }

    void load_ok()
    {
        module_ = LoadLibraryA("codec.dll");
    }

private:
    HMODULE module_;
};

codec g_codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
