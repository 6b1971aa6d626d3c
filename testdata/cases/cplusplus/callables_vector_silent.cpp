// Handlers that are only kept, and a vector of which only the size is asked for.
#include <functional>
#include <vector>
#include <windows.h>

static std::vector<std::function<void()>> g_handlers;
static std::vector<std::function<void()>> g_safe;

static void load_ok() { LoadLibraryA("plugin.dll"); }
static void log_ok() { OutputDebugStringA("loaded"); }

extern "C" __declspec(dllexport) void first_use()
{
    for (auto &h : g_handlers) {
        h();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_handlers.push_back(load_ok);
        g_handlers.insert(g_handlers.begin(), [] { load_ok(); });
        g_safe.push_back(log_ok);
        for (auto &h : g_safe) {
            h();
        }
        if (g_handlers.empty()) {
            return FALSE;
        }
    }
    return TRUE;
}
