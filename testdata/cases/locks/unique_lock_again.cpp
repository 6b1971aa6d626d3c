/* std::unique_lock is locked again, and only then the library is freed. */
#include <mutex>
#include <windows.h>

static std::mutex g_mutex;
static HMODULE g_plugin;

__declspec(dllexport) void unload_plugin()
{
    std::unique_lock<std::mutex> hold(g_mutex, std::defer_lock);
    hold.lock();
    FreeLibrary(g_plugin);
    g_plugin = nullptr;
}

static void forget_bad()
{
    g_mutex.lock();
    g_plugin = nullptr;
    g_mutex.unlock();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
