/* The virtual method that runs inside the lock loads a library in its only implementation. */
#include <mutex>
#include <windows.h>

struct Backend {
    virtual ~Backend() = default;
    virtual void start() = 0;
};

struct SystemBackend : Backend {
    void start() override { module_ = LoadLibraryA("backend.dll"); }
    HMODULE module_ = nullptr;
};

static std::recursive_mutex g_mutex;
static int g_threads;

__declspec(dllexport) void start(Backend *backend)
{
    std::lock_guard<std::recursive_mutex> hold(g_mutex);
    backend->start();
}

__declspec(dllexport) Backend *make()
{
    return new SystemBackend;
}

static void forget_bad()
{
    std::lock_guard<std::recursive_mutex> hold(g_mutex);
    --g_threads;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
