// flags: -std=c++17
// Pointers to methods in std::function, std::mem_fn and std::invoke.
#include <functional>
#include <windows.h>

struct Device {
    void open(int mode)
    {
        if (mode == 3) {
            open_bad();
        } else {
            reset_ok();
        }
    }
    void open_bad() { LoadLibraryA("driver.dll"); }
    void reset_ok() { CoInitialize(nullptr); }
    void stop_bad() { WSACleanup(); }
    void wait_bad() { CoUninitialize(); }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Device device;
        std::function<void(Device &, int)> open = &Device::open;
        open(device, 3);
        auto stop = std::mem_fn(&Device::stop_bad);
        stop(device);
        std::invoke(&Device::wait_bad, device);
    }
    return TRUE;
}
