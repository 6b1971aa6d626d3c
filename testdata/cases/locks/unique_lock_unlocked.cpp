/* std::unique_lock gives the mutex back by hand before the library is loaded; with a tag it does not
   take it. */
#include <mutex>
#include <windows.h>

static std::mutex g_mutex;
static int g_threads;

__declspec(dllexport) HMODULE plugin(const char *name)
{
    std::unique_lock<std::mutex> hold(g_mutex);
    ++g_threads;
    hold.unlock();
    HMODULE module = LoadLibraryA(name);
    hold.lock();
    ++g_threads;
    return module;
}

__declspec(dllexport) HMODULE plugin_later(const char *name)
{
    std::unique_lock<std::mutex> hold(g_mutex, std::defer_lock);
    HMODULE module = LoadLibraryA(name);
    hold.lock();
    ++g_threads;
    return module;
}

static void forget_ok()
{
    std::lock_guard<std::mutex> hold(g_mutex);
    --g_threads;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
