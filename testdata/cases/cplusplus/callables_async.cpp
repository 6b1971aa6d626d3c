// std::async starts a thread; its future waits for it in get(), wait() and in its destructor.
#include <future>
#include <windows.h>

static std::future<int> g_result; // waits at unload, too
static void work_ok() { LoadLibraryA("on_another_thread.dll"); }

static void start_bad()
{
    g_result = std::async(std::launch::async, [] {
        work_ok();
        return 1;
    });
}

static int ask_bad() { return g_result.get(); }

static void forget_bad() { auto done = std::async(std::launch::async, work_ok); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
        forget_bad();
    } else if (reason == DLL_THREAD_DETACH) {
        ask_bad();
    }
    return TRUE;
}
