// A registry behind a function: a static vector, and an object with a vector.
#include <functional>
#include <vector>
#include <windows.h>

class Registry {
  public:
    static Registry &get()
    {
        static Registry instance;
        return instance;
    }
    void add(std::function<void()> what) { list_.push_back(std::move(what)); }
    void run_bad()
    {
        for (auto &f : list_) {
            f();
        }
    }

  private:
    std::vector<std::function<void()>> list_;
};

static std::vector<std::function<void()>> &hooks()
{
    static std::vector<std::function<void()>> list;
    return list;
}

struct Register {
    explicit Register(std::function<void()> what) { Registry::get().add(std::move(what)); }
};

static void net_bad() { WSACleanup(); }
static Register g_plugin([] { LoadLibraryA("plugin.dll"); });

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        hooks().push_back(net_bad);
        for (auto &hook : hooks()) {
            hook();
        }
        Registry::get().run_bad();
    }
    return TRUE;
}
