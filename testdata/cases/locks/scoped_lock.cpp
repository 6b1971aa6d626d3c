// flags: -std=c++17
/* std::scoped_lock takes all of its arguments. */
#include <mutex>
#include <windows.h>

static std::mutex g_names, g_modules, g_threads_mutex;
static int g_threads;

__declspec(dllexport) HMODULE plugin(const char *name)
{
    std::scoped_lock hold(g_names, g_modules);
    return LoadLibraryA(name);
}

static void modules_bad()
{
    std::scoped_lock hold(g_modules);
}

static void threads_ok()
{
    std::scoped_lock hold(g_threads_mutex);
    --g_threads;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        threads_ok();
        modules_bad();
    }
    return TRUE;
}
