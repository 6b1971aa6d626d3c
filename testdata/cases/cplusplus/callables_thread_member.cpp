// flags: -std=c++20
// A singleton whose destructor joins its thread; a std::jthread joins by itself.
#include <thread>
#include <windows.h>

class Logger {
  public:
    static Logger &get()
    {
        static Logger instance;
        return instance;
    }
    ~Logger() { stop_bad(); }
    void stop_bad() { thread_.join(); }
    void start() { thread_ = std::thread(&Logger::run_ok, this); }
    void run_ok() { LoadLibraryA("on_another_thread.dll"); }

  private:
    std::thread thread_;
};

struct Poller_bad {
    std::jthread thread;
};

static Poller_bad g_poller;

extern "C" __declspec(dllexport) void start() { Logger::get().start(); }

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
