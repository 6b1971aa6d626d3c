// Threads that are joined, detached, moved or handed on somewhere, or that are never started.
#include <thread>
#include <utility>
#include <vector>
#include <windows.h>

static void work_ok() {}
static void join_ok(std::thread &thread) { thread.join(); }

static std::thread g_joined;
static std::thread g_handed;
static std::thread g_moved;
static std::thread g_detached;
static std::thread g_never;
static std::thread g_two[2];
static std::vector<std::thread> g_many;

template <class T> class runner_ok {
  public:
    void start() { thread_ = std::thread([this] { value_++; }); }
    void stop() { thread_.join(); }

  private:
    std::thread thread_;
    T value_ = 0;
};

static runner_ok<int> g_runner;

class late_ok {
  public:
    void start() { thread_ = std::thread(work_ok); }
    std::thread take() { return std::move(thread_); }

  private:
    std::thread thread_;
};

static late_ok g_late;

extern "C" __declspec(dllexport) void start_ok()
{
    g_joined = std::thread(work_ok);
    g_handed = std::thread(work_ok);
    g_moved = std::thread(work_ok);
    g_detached = std::thread(work_ok);
    g_detached.detach();
    g_two[0] = std::thread(work_ok);
    g_runner.start();
    g_late.start();
    g_many.push_back(std::move(g_moved));
}

extern "C" __declspec(dllexport) void stop_ok()
{
    g_joined.join();
    join_ok(g_handed);
    for (std::thread &thread : g_two) {
        if (thread.joinable()) {
            thread.join();
        }
    }
    g_runner.stop();
    g_late.take().join();
    for (auto &thread : g_many) {
        thread.join();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
