// What a std::function holds is not run where it is kept, and what another one holds not here.
#include <functional>
#include <utility>
#include <windows.h>

static std::function<void()> g_first_use;
static std::function<void()> g_log;

static void run_ok(const std::function<void()> &task)
{
    task();
}

extern "C" __declspec(dllexport) void first_use_ok()
{
    if (g_first_use) {
        std::exchange(g_first_use, nullptr);
    }
    run_ok([] { OutputDebugStringA("first use"); });
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_first_use = [] { LoadLibraryA("plugin.dll"); };
        g_log = [] { OutputDebugStringA("loaded"); };
        g_log();
        run_ok(g_log);
    }
    return TRUE;
}
