// Classes that stand in functions, two of one name, and a lambda that calls through a base.
#include <windows.h>

class Listener {
public:
    virtual ~Listener() {}
    virtual void event() = 0;
};

static void fire(Listener &listener)
{
    auto call = [&listener] { listener.event(); };
    call();
}

static void listener_bad()
{
    LoadLibraryA("listener.dll");
}

static void quiet_ok()
{
    class Local : public Listener {
    public:
        void event() override {}
    };
    Local local;
    local.event();
}

static void loading_bad()
{
    class Local : public Listener {
    public:
        void event() override { listener_bad(); }
    };
    Local local;
    Listener *listener = &local;
    listener->event();
}

extern "C" __declspec(dllexport) void later(Listener &listener)
{
    fire(listener);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        quiet_ok();
        loading_bad();
    }
    return TRUE;
}
