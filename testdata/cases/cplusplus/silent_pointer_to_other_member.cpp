// A pointer to a member calls the member that it was given.
#include <windows.h>

struct device {
    void open()
    {
    }
    void load_ok()
    {
        LoadLibraryA("driver.dll");
    }
};

static void call(device &d, void (device::*step)())
{
    (d.*step)();
}

static device g_device;

extern "C" __declspec(dllexport) void load_driver()
{
    g_device.load_ok();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        call(g_device, &device::open);
    }
    return TRUE;
}
