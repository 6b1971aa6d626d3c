// show: cuts
// Threads in a container or behind a pointer: whether somebody joins them is said not to be known.
#include <memory>
#include <thread>
#include <vector>
#include <windows.h>

static std::vector<std::thread> g_pool;
static std::unique_ptr<std::thread> g_worker;

static void run_ok() {}

extern "C" __declspec(dllexport) void start_ok()
{
    g_pool.emplace_back(run_ok);
    g_worker = std::make_unique<std::thread>(run_ok);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
