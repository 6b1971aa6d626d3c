// Deleters that no owner under the loader lock has: another variable's, a local's, one that only
// frees, and one that is replaced by the default by those who use the member.
#include <memory>
#include <windows.h>

static void close_ok(void *module) { FreeLibrary(static_cast<HMODULE>(module)); }

static void free_ok(void *memory) { free(memory); }

struct cache {
    std::shared_ptr<void> kept;
    std::shared_ptr<void> other;
};

static cache *g_leaked = new cache;
static std::shared_ptr<void> g_memory;
static std::shared_ptr<int> g_number;

extern "C" __declspec(dllexport) void setup_ok()
{
    std::shared_ptr<void> local;
    local.reset(static_cast<void *>(GetModuleHandleA("a.dll")), close_ok);
    g_leaked->kept.reset(static_cast<void *>(GetModuleHandleA("b.dll")), close_ok);
    g_memory.reset(malloc(4), free_ok);
    g_number.reset(new int);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
