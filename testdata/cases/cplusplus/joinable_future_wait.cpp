// wait(), wait_for() and wait_until() of a future are methods of its base class.
#include <chrono>
#include <future>
#include <windows.h>

static int work_ok() { return 1; }
static std::promise<int> g_promise;

struct Scan {
    ~Scan() { finish_bad(); }
    void finish_bad() { result->wait(); }
    std::future<int> *result = nullptr;
};

static std::future<int> g_result; // waits at unload, too
static std::future<int> g_answer;
static std::shared_future<int> g_shared;
static Scan g_scan;

static void wait_bad() { g_result.wait(); }
static void wait_shared_bad() { g_shared.wait(); }
static void wait_long_bad() { g_answer.wait_for(std::chrono::seconds(5)); }
static void wait_until_bad()
{
    g_answer.wait_until(std::chrono::steady_clock::now() + std::chrono::seconds(1));
}

extern "C" __declspec(dllexport) void start()
{
    g_result = std::async(std::launch::async, work_ok);
    g_answer = g_promise.get_future();
    g_shared = g_promise.get_future().share();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        wait_bad();
        wait_shared_bad();
        wait_long_bad();
        wait_until_bad();
    }
    return TRUE;
}
