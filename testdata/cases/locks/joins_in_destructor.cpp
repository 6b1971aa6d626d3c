/* A thread is joined by a destructor that runs while the lock is held. */
#include <mutex>
#include <thread>
#include <windows.h>

struct Worker {
    std::thread thread;
    ~Worker()
    {
        if (thread.joinable()) {
            thread.join();
        }
    }
};

static std::mutex g_mutex;
static Worker *g_worker;

__declspec(dllexport) void stop()
{
    std::lock_guard<std::mutex> hold(g_mutex);
    delete g_worker;
    g_worker = nullptr;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        std::lock_guard<std::mutex> hold(g_mutex);
    }
    return TRUE;
}
