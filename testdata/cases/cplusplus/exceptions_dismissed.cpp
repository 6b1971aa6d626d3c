// A guard that is dismissed before the call that throws, or behind one that never does, or whose
// callee throws under a condition that does not hold here.
#include <windows.h>

struct failure {};

static void check_ok(int size)
{
    if (size < 0) {
        throw failure();
    }
}

static int g_size;

static void measure_ok()
{
    g_size = (int)GetTickCount();
    check_ok(g_size);
}

static void count_ok()
{
    g_size++;
    OutputDebugStringA("count");
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

static void dismissed_before_ok()
{
    rollback_ok guard;
    guard.armed = false;
    measure_ok();
}

static void never_throws_ok()
{
    rollback_ok guard;
    count_ok();
    guard.armed = false;
}

static void other_branch_ok()
{
    rollback_ok guard;
    check_ok(12);
    guard.armed = false;
}

static void before_guard_ok()
{
    measure_ok();
    rollback_ok guard;
    guard.armed = false;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            dismissed_before_ok();
            never_throws_ok();
            other_branch_ok();
            before_guard_ok();
        } catch (const failure &) {
            return FALSE;
        }
    }
    return TRUE;
}
