// Bound, and not called here; bound to what does no harm.
#include <functional>
#include <windows.h>

static void open_ok(int kind)
{
    if (kind == 1) {
        LoadLibraryA("plugin.dll");
    }
}

static std::function<void()> g_later;

extern "C" __declspec(dllexport) void first_use() { g_later(); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_later = std::bind(open_ok, 1);
        auto nothing = std::bind(open_ok, 2);
        nothing();
        auto any = std::bind(open_ok, std::placeholders::_1);
        any(0);
    }
    return TRUE;
}
