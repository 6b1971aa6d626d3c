// Threads that are started and joined by functions that the application calls.
#include <thread>
#include <vector>
#include <windows.h>

static std::thread worker;
static std::vector<std::thread> g_pool;
static void work_ok() { LoadLibraryA("on_another_thread.dll"); }

extern "C" __declspec(dllexport) void start_ok()
{
    worker = std::thread(work_ok);
    g_pool.emplace_back([] { work_ok(); });
}

extern "C" __declspec(dllexport) void stop_ok()
{
    worker.join();
    for (auto &thread : g_pool) {
        thread.join();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH && worker.joinable()) {
        worker.detach();
    }
    return TRUE;
}
