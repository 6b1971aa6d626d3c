// The object is a local variable: its class is known, whatever else the module makes.
#include <windows.h>

class Plugin {
public:
    virtual ~Plugin() {}
    virtual void start() {}
};

class NativePlugin : public Plugin {
public:
    void start() override;
};

class QuietPlugin : public Plugin {
public:
    void start() override;
};

class LoudPlugin : public Plugin {
public:
    void start() override;
};

void NativePlugin::start()
{
    LoadLibraryA("native.dll");
}

void QuietPlugin::start()
{
    OutputDebugStringA("quiet");
}

void LoudPlugin::start()
{
    LoadLibraryA("loud.dll");
}

static void run_ok(Plugin &plugin)
{
    plugin.start();
}

static void run_bad(Plugin &plugin)
{
    plugin.start();
}

extern "C" __declspec(dllexport) void later_ok()
{
    LoudPlugin loud;
    run_ok(loud);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        QuietPlugin quiet;
        Plugin &first = quiet;
        first.start();
        run_ok(first);
        NativePlugin native;
        run_bad(native);
    }
    return TRUE;
}
