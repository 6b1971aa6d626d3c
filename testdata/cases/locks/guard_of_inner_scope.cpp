/* The guard's scope ends before the library is loaded. */
#include <mutex>
#include <windows.h>

static std::mutex g_mutex;
static int g_threads;

__declspec(dllexport) HMODULE plugin(const char *name)
{
    {
        std::lock_guard<std::mutex> hold(g_mutex);
        if (g_threads > 8) {
            return nullptr;
        }
    }
    return LoadLibraryA(name);
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
