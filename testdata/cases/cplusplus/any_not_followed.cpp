// show: cuts
// The type of a std::any does not say what it holds: its destruction is said not to be followed.
#include <any>
#include <windows.h>

struct engine_ok {
    ~engine_ok() { FreeLibrary(GetModuleHandleA("engine.dll")); }
};

static std::any g_value;

extern "C" __declspec(dllexport) void setup_ok()
{
    g_value.emplace<engine_ok>();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_value.reset();
    }
    return TRUE;
}
