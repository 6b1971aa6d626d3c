/* The mutex is a member of what an accessor returns; a pointer in a local is the same object. */
#include <mutex>
#include <windows.h>

class Host {
public:
    static Host &instance()
    {
        static Host host;
        return host;
    }

    std::mutex mutex;
    HMODULE module = nullptr;
};

__declspec(dllexport) void open_host()
{
    Host &host = Host::instance();
    std::lock_guard<std::mutex> hold(host.mutex);
    host.module = LoadLibraryA("host.dll");
}

static void forget_bad()
{
    Host *host = &Host::instance();
    std::lock_guard<std::mutex> hold(host->mutex);
    host->module = nullptr;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
