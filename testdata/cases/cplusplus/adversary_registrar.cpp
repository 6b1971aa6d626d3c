// A registrar's constructor stores a lambda for its class; the registry's destructor runs them all.
#include <functional>
#include <map>
#include <string>
#include <windows.h>

struct registry_bad {
    std::map<std::string, std::function<void()>> hooks;
    ~registry_bad()
    {
        for (auto &entry : hooks) {
            entry.second();
        }
    }
};

static registry_bad &registry()
{
    static registry_bad instance;
    return instance;
}

template <class Plugin> struct registrar {
    explicit registrar(const char *name)
    {
        registry().hooks[name] = [] { Plugin().stop(); };
    }
};

struct com_bad {
    void stop() { CoUninitialize(); }
};

struct log_ok {
    void stop() { OutputDebugStringA("stopped"); }
};

static registrar<com_bad> g_com("com");
static registrar<log_ok> g_log("log");
