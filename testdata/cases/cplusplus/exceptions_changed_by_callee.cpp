// What a callee does to an object before it throws counts where the exception destroys that object.
#include <windows.h>

struct failure {};

struct rollback_ok {
    bool armed = true;
    ~rollback_ok()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
    void fail_ok()
    {
        armed = false;
        throw failure();
    }
};

struct cleanup_bad {
    bool armed = false;
    ~cleanup_bad()
    {
        if (armed) {
            FreeLibrary(GetModuleHandleA("clean.dll"));
        }
    }
};

static void step_ok(rollback_ok *guard)
{
    guard->armed = false;
    throw failure();
}

static void two_steps_ok(rollback_ok *guard)
{
    step_ok(guard);
}

static void start_ok(cleanup_bad *cleanup)
{
    cleanup->armed = true;
    if (GetTickCount() & 1) {
        throw failure();
    }
    cleanup->armed = false;
}

static void open_ok(int way)
{
    rollback_ok guard;
    if (way == 0) {
        step_ok(&guard);
    } else if (way == 1) {
        two_steps_ok(&guard);
    }
    guard.fail_ok();
}

static void close_bad()
{
    cleanup_bad cleanup;
    start_ok(&cleanup);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            if (GetTickCount() & 2) {
                open_ok((int)GetTickCount());
            }
            close_bad();
        } catch (const failure &) {
            return FALSE;
        }
    }
    return TRUE;
}
