// A diamond: the overrider of one branch counts for calls through the other.
#include <windows.h>

class Device {
public:
    virtual ~Device() {}
    virtual void reset() { LoadLibraryA("device.dll"); }
    virtual void probe() {}
};

class Input : public virtual Device {
public:
    void probe() override;
};

class Output : public virtual Device {
public:
    void reset() override {}
    void probe_all_bad() { probe(); }
    void reset_all_ok() { reset(); }
};

class Console : public Input, public Output {
};

void Input::probe()
{
    LoadLibraryA("probe.dll");
}

static Console g_console;

static void use_bad(Output *output)
{
    output->probe_all_bad();
}

static void use_ok(Input *input)
{
    input->reset();
    g_console.reset_all_ok();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        use_bad(&g_console);
        use_ok(&g_console);
    }
    return TRUE;
}
