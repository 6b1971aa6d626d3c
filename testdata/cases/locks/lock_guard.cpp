/* std::lock_guard holds until the end of its scope; the value of a return is computed before. */
#include <mutex>
#include <windows.h>

class Registry {
public:
    void forget_bad()
    {
        std::lock_guard<std::mutex> hold(mutex_);
        --threads_;
    }

    HMODULE load(const char *name)
    {
        std::lock_guard<std::mutex> hold(mutex_);
        return LoadLibraryA(name);
    }

private:
    std::mutex mutex_;
    int threads_ = 0;
};

static Registry g_registry;

__declspec(dllexport) HMODULE plugin(const char *name)
{
    return g_registry.load(name);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        g_registry.forget_bad();
    }
    return TRUE;
}
