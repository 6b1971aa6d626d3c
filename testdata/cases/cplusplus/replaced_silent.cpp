// show: cuts
// Nothing is lost: a constructor gives its member the first object, and what is replaced has
// nothing to destroy.
#include <memory>
#include <string>
#include <vector>
#include <windows.h>

struct engine_ok {
    ~engine_ok() { FreeLibrary(GetModuleHandleA("engine.dll")); }
};

struct host_ok {
    std::unique_ptr<engine_ok> engine;
    host_ok() { engine = std::make_unique<engine_ok>(); }
};

static host_ok *g_host;
static std::unique_ptr<int> g_number;
static std::vector<int> g_all;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_host = new host_ok;
        g_number.reset(new int);
        g_number = std::make_unique<int>(4);
        g_all = std::vector<int>(4);
        g_all.pop_back();
    }
    return TRUE;
}
