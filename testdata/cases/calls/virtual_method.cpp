/* One class overrides the virtual method: that one is called. */
#include <windows.h>

struct plugin {
    virtual void start() = 0;
};

struct codec_plugin : plugin {
    void start() override;
};

void codec_plugin::start()
{
    LoadLibraryA("codec.dll");
}

static codec_plugin g_codec;

static void start_all_bad(plugin &first)
{
    first.start();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_all_bad(g_codec);
    }
    return TRUE;
}
