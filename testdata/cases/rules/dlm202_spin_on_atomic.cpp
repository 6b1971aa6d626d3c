/* The same in C++: an atomic that a std::thread sets, in a global and in a class. */
#include <atomic>
#include <thread>
#include <windows.h>

static std::atomic<bool> g_ready;
static std::atomic<int> g_left{2};

class logger_bad {
    std::atomic<bool> stopped_{false};
    std::thread worker_;

public:
    void start()
    {
        worker_ = std::thread([this] { stopped_ = true; });
        worker_.detach();
    }

    ~logger_bad()
    {
        while (!stopped_.load()) {
            std::this_thread::yield();
        }
    }
};

static logger_bad g_logger;

extern "C" __declspec(dllexport) void start_ok()
{
    g_logger.start();
    std::thread([] {
        g_ready.store(true);
        --g_left;
    }).detach();
}

static void wait_until_ready_bad()
{
    while (!g_ready) {
        Sleep(1);
    }
}

static void wait_until_none_bad()
{
    while (g_left.load(std::memory_order_acquire) > 0) {
        YieldProcessor();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        wait_until_ready_bad();
        wait_until_none_bad();
    }
    return TRUE;
}
