/* An exported function may have run before: its static locals are destroyed then. */
#include <windows.h>

class codec {
public:
    codec() : module_(LoadLibraryA("codec.dll"))
    {
    }

    ~codec()
    {
        close_bad();
    }

    void close_bad()
    {
        FreeLibrary(module_);
    }

private:
    HMODULE module_;
};

static codec &instance()
{
    static codec all;
    return all;
}

extern "C" __declspec(dllexport) void *codec_of_plugin_ok()
{
    return &instance();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
