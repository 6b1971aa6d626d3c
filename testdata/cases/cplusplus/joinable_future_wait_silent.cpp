// A timeout of 0 only looks, however it is written; where the promise has its value nobody waits.
#include <chrono>
#include <future>
#include <windows.h>

using namespace std::chrono_literals;

static std::promise<int> g_promise;
static std::future<int> g_answer;

static bool is_done_ok() { return g_answer.wait_for(0s) == std::future_status::ready; }
static bool looks_ok()
{
    return g_answer.wait_for(std::chrono::milliseconds(0)) == std::future_status::ready ||
           g_answer.wait_for(std::chrono::seconds::zero()) == std::future_status::ready;
}

static void fulfilled_ok()
{
    std::promise<int> promise;
    std::future<int> result = promise.get_future();
    promise.set_value(1);
    result.wait();
}

extern "C" __declspec(dllexport) void start_ok()
{
    g_answer = g_promise.get_future();
    g_answer.wait();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH && is_done_ok() && looks_ok()) {
        fulfilled_ok();
    }
    return TRUE;
}
