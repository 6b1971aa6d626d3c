// While a base is constructed, its own version of a virtual method runs, not that of the class to
// be.
#include <windows.h>

struct codec {
    codec()
    {
        open();
    }
    virtual ~codec() = default;
    virtual void open()
    {
    }
};

struct plugin_codec : codec {
    void open() override
    {
        open_ok();
    }
    static void open_ok()
    {
        LoadLibraryA("codec.dll");
    }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        plugin_codec codec;
    }
    return TRUE;
}
