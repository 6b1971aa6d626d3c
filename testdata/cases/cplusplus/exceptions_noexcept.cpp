// flags: -std=c++14
// What a noexcept function throws ends the process, in C++14 too, where its type does not say so:
// nothing is destroyed on the way, and nothing leaves the entry point.
#include <windows.h>

struct failure {};

static void raise_ok()
{
    throw failure();
}

static void quiet_ok() noexcept
{
    raise_ok();
}

static void old_quiet_ok() throw()
{
    raise_ok();
}

static void never_ok() noexcept(sizeof(int) == 4)
{
    raise_ok();
}

struct rollback_ok {
    bool armed = true;
    ~rollback_ok()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
};

static void start_ok(DWORD reason)
{
    rollback_ok guard;
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        quiet_ok();
        break;
    case DLL_THREAD_ATTACH:
        old_quiet_ok();
        break;
    case DLL_THREAD_DETACH:
        never_ok();
        break;
    }
    guard.armed = false;
}

// It ends here: where nothing catches, nothing is destroyed.
static void whole_ok() noexcept
{
    rollback_ok guard;
    raise_ok();
    guard.armed = false;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        whole_ok();
    } else {
        start_ok(reason);
    }
    return TRUE;
}
