// A std::function is followed as a pointer is: as a variable, a field, a parameter.
#include <functional>
#include <utility>
#include <windows.h>

struct Observer {
    std::function<void(int)> notify;
    const char *name;
};

class Connection {
  public:
    void on_close(std::function<void()> close) { close_ = std::move(close); }
    void close_bad()
    {
        if (close_) {
            close_();
        }
    }

  private:
    std::function<void()> close_;
};

static Connection *g_connection;
static std::function<int()> g_prepare;

static int load_plugin_bad()
{
    return LoadLibraryA("plugin.dll") != nullptr;
}

static void each_bad(const std::function<void(int)> &visit)
{
    visit(1);
}

static void notify_bad()
{
    Observer observer{[](int code) {
                          if (code == 0) {
                              LoadLibraryA("never.dll");
                          }
                          CoInitialize(nullptr);
                      },
                      "com"};
    observer.notify(1);
}

extern "C" __declspec(dllexport) void connection_open()
{
    g_connection = new Connection;
    g_connection->on_close([] { WSACleanup(); });
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        int found = 0;
        g_prepare = load_plugin_bad;
        found += g_prepare();
        each_bad([&found](int) { found += LoadLibraryA("codec.dll") != nullptr; });
        notify_bad();
    } else if (reason == DLL_PROCESS_DETACH && reserved == nullptr && g_connection) {
        g_connection->close_bad();
    }
    return TRUE;
}
