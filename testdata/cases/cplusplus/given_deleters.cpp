// Deleters that an owner gets after its declaration: by reset(), by an assignment, before a
// constructor's body.
#include <memory>
#include <windows.h>

static void close_bad(void *module) { FreeLibrary(static_cast<HMODULE>(module)); }

static void leave_bad(int *) { CoUninitialize(); }

struct stop_bad {
    void operator()(char *) const { WSACleanup(); }
};

static std::shared_ptr<void> g_codec;
static std::shared_ptr<int> g_apartment;

class session {
public:
    explicit session(char *name) : name_(name, stop_bad()) {}

private:
    std::shared_ptr<char> name_;
};

static char g_name[] = "x";
static session g_session(g_name);

struct plugin {
    std::unique_ptr<void, void (*)(void *)> module;
    plugin() : module(GetModuleHandleA("plugin.dll"), close_bad) {}
};

static plugin g_plugin;

extern "C" __declspec(dllexport) void setup_ok()
{
    g_codec.reset(static_cast<void *>(GetModuleHandleA("codec.dll")), close_bad);
    g_apartment = std::shared_ptr<int>(new int, leave_bad);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
