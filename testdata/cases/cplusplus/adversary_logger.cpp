// A logger with a hidden worker: the Meyers singleton starts it, and joins it when it is destroyed.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <windows.h>

class logger_bad {
    struct hidden_bad;
    std::unique_ptr<hidden_bad> hidden;

public:
    logger_bad();
    ~logger_bad();
    static logger_bad &instance()
    {
        static logger_bad logger;
        return logger;
    }
    void log_ok() {}
};

struct logger_bad::hidden_bad {
    std::mutex mutex;
    std::condition_variable wakes;
    bool stop = false;
    std::thread worker{[this] { run_ok(); }};

    void run_ok()
    {
        std::unique_lock<std::mutex> lock(mutex);
        while (!stop) {
            wakes.wait(lock);
        }
    }
    ~hidden_bad()
    {
        {
            std::lock_guard<std::mutex> lock(mutex);
            stop = true;
        }
        wakes.notify_all();
        worker.join();
    }
};

logger_bad::logger_bad() : hidden(std::make_unique<hidden_bad>()) {}
logger_bad::~logger_bad() = default;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        logger_bad::instance().log_ok();
    }
    return TRUE;
}
