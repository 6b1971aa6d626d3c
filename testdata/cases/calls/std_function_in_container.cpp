// show: cuts
// Containers are not followed: what is called out of one is not known, and that is said.
#include <functional>
#include <vector>
#include <windows.h>

static std::vector<std::function<void()>> g_handlers;

extern "C" __declspec(dllexport) void add_handler(std::function<void()> handler)
{
    g_handlers.push_back(handler);
}

static void run_handlers_ok()
{
    for (const auto &handler : g_handlers) {
        handler();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        run_handlers_ok();
    }
    return TRUE;
}
