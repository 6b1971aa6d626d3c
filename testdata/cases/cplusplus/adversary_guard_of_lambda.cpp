// A class made for a lambda is no lambda: its methods know their object.
#include <windows.h>

template <class Function> class guard_ok {
    Function function;
    bool active = true;

public:
    explicit guard_ok(Function f) : function(f) {}
    guard_ok(const guard_ok &) = delete;
    ~guard_ok()
    {
        if (active) {
            function();
        }
    }
    void dismiss() { active = false; }
};

template <class Function> class watch {
    Function function;
    bool active = true;

public:
    explicit watch(Function f) : function(f) {}
    watch(const watch &) = delete;
    ~watch()
    {
        if (active) {
            function();
        }
    }
    void dismiss() { active = false; }
};

static void roll_back_ok() { CoUninitialize(); }
static void roll_back_bad() { CoUninitialize(); }

static void commit_ok()
{
    guard_ok guard([] { roll_back_ok(); });
    guard.dismiss();
}

static void fail_bad()
{
    watch guard([] { roll_back_bad(); });
    OutputDebugStringA("not committed");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        commit_ok();
        fail_bad();
    }
    return TRUE;
}
