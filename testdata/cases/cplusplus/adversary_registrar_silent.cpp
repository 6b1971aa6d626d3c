// A registry that is only filled at load, and run by the application.
#include <functional>
#include <map>
#include <string>
#include <windows.h>

using hook = std::function<void()>;

static std::map<std::string, hook> &hooks()
{
    static std::map<std::string, hook> instance;
    return instance;
}

template <class Plugin> struct registrar_ok {
    explicit registrar_ok(const char *name)
    {
        hooks()[name] = [] { Plugin().start_ok(); };
    }
};

struct com_ok {
    void start_ok() { CoInitialize(nullptr); }
};

static registrar_ok<com_ok> g_com("com");

extern "C" __declspec(dllexport) void start_all_ok()
{
    for (auto &entry : hooks()) {
        entry.second();
    }
}
