// show: cuts
// What an owner held before it gets something else is destroyed: that is said not to be followed.
#include <any>
#include <memory>
#include <vector>
#include <windows.h>

struct engine_bad {
    ~engine_bad() { FreeLibrary(GetModuleHandleA("engine.dll")); }
};

static std::unique_ptr<engine_bad> g_engine;
static std::vector<engine_bad> g_all;

static void restart_bad()
{
    g_engine.reset(new engine_bad);
    g_engine = std::make_unique<engine_bad>();
    g_all.pop_back();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        restart_bad();
    }
    return TRUE;
}
