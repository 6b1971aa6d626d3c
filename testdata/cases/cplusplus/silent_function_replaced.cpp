// A std::function runs what was assigned last.
#include <functional>
#include <windows.h>

static void load_ok()
{
    LoadLibraryA("codec.dll");
}

static int g_ticks;

static void run()
{
    std::function<void()> job = [] { g_ticks++; };
    job();
}

extern "C" __declspec(dllexport) void run_loading()
{
    std::function<void()> job = load_ok;
    job();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run();
    }
    return TRUE;
}
