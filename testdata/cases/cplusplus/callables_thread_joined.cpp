// The classical case: a global thread that a global's destructor joins.
#include <thread>
#include <windows.h>

static std::thread worker;
static void work_ok() { LoadLibraryA("on_another_thread.dll"); }

struct Shutdown {
    ~Shutdown() { stop_bad(); }
    void stop_bad()
    {
        if (worker.joinable()) {
            worker.join();
        }
    }
};

static Shutdown g_shutdown;

extern "C" __declspec(dllexport) void start() { worker = std::thread(work_ok); }

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
