// std::bind makes a function: what is bound is known in it, placeholders are its arguments.
#include <functional>
#include <windows.h>

static void open_bad(int kind, const char *name)
{
    if (kind == 1) {
        LoadLibraryA(name);
    } else {
        CoInitialize(nullptr);
    }
}

class Session {
  public:
    virtual ~Session() = default;
    virtual void close() {}
    void later() { close_ = std::bind(&Session::close, this); }
    void run_bad() { close_(); }

  private:
    std::function<void()> close_;
};

class NetSession : public Session {
  public:
    void close() override { close_bad(); }
    void close_bad() { WSACleanup(); }
};

static NetSession g_session;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        auto by_name = std::bind(open_bad, 1, std::placeholders::_1);
        by_name("plugin.dll");
        g_session.later();
        g_session.run_bad();
    }
    return TRUE;
}
