// flags: -std=c++17
// Handlers by name.
#include <functional>
#include <map>
#include <string>
#include <windows.h>

static std::map<std::string, std::function<void()>> g_commands;
static const std::map<int, void (*)()> g_table = {{1, [] { CoInitialize(nullptr); }}};

static void stop_bad() { WSACleanup(); }

static void run_bad(const std::string &name)
{
    auto it = g_commands.find(name);
    if (it != g_commands.end()) {
        it->second();
    }
}

static void run_all()
{
    for (auto &[name, command] : g_commands) {
        command();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_commands["load"] = [] { LoadLibraryA("plugin.dll"); };
        g_commands.emplace("stop", stop_bad);
        run_bad("load");
        run_all();
        g_table.at(1)();
    }
    return TRUE;
}
