// A class of which nobody makes an object overrides nothing that is called.
#include <windows.h>

struct decoder {
    virtual ~decoder() = default;
    virtual void start()
    {
    }
};

struct hardware_decoder : decoder {
    void start() override
    {
        start_ok();
    }
    static void start_ok()
    {
        LoadLibraryA("gpu.dll");
    }
};

static decoder g_default;
static decoder *g_decoder = &g_default;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_decoder->start();
    }
    return TRUE;
}
