// show: cuts
// Classes of which the module makes no object: whatever runs comes from elsewhere, and that is said.
#include <windows.h>

class Host {
public:
    virtual ~Host() {}
    virtual void loaded() = 0;
};

class TestHost : public Host {
public:
    void loaded() override { loaded_ok(); }

private:
    void loaded_ok() { LoadLibraryA("test.dll"); }
};

static Host *g_host;

extern "C" __declspec(dllexport) void set_host(Host *host)
{
    g_host = host;
}

static void tell_ok()
{
    g_host->loaded();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_host != nullptr) {
        tell_ok();
    }
    return TRUE;
}
