// flags: -std=c++17
// std::visit runs one of the operators, std::apply and std::call_once what they are handed.
#include <mutex>
#include <string>
#include <tuple>
#include <variant>
#include <windows.h>

struct Open_bad {
    void operator()(int) const { LoadLibraryA("a.dll"); }
    void operator()(const std::string &) const {}
};

struct Engine {
    void init_bad() { CoInitialize(nullptr); }
};

static std::once_flag g_once;
static Engine g_engine;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::variant<int, std::string> setting = 1;
        std::visit(Open_bad(), setting);
        std::apply([](int) { WSACleanup(); }, std::make_tuple(1));
        std::call_once(g_once, &Engine::init_bad, &g_engine);
    }
    return TRUE;
}
