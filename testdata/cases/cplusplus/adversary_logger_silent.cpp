// The same logger, which only the application uses and which is never destroyed.
#include <memory>
#include <thread>
#include <windows.h>

class logger_ok {
    std::thread worker{[] { OutputDebugStringA("works"); }};

public:
    ~logger_ok() { worker.join(); }
    static logger_ok &instance_ok()
    {
        static logger_ok *logger = std::make_unique<logger_ok>().release();
        return *logger;
    }
};

extern "C" __declspec(dllexport) void log_ok()
{
    logger_ok::instance_ok();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
