// Threads that nothing joins or detaches: the destructors of their objects call std::terminate.
#include <thread>
#include <windows.h>

static void work_ok() {}

static std::thread g_started(work_ok);
static std::thread g_worker_bad;

class pump_bad {
  public:
    void start()
    {
        if (thread_.get_id() == std::thread::id()) {
            thread_ = std::thread(&pump_bad::run, this);
        }
    }
    void run() {}

  private:
    std::thread thread_;
};

static pump_bad g_pump;

struct session {
    session() : thread(work_ok) {}
    std::thread thread;
};

static session &instance()
{
    static session one;
    return one;
}

extern "C" __declspec(dllexport) void start()
{
    if (!g_worker_bad.joinable()) {
        g_worker_bad = std::thread([] { work_ok(); });
        SetThreadPriority(reinterpret_cast<HANDLE>(g_worker_bad.native_handle()), 1);
    }
    g_pump.start();
    instance();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
