// The value of a return is there before the locals are destroyed: it can arm them, and what the
// destructors do does not change it.
#include <windows.h>

struct guard_bad {
    bool armed = false;
    ~guard_bad()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
};

struct reset_ok {
    int *value;
    explicit reset_ok(int *v) : value(v) {}
    ~reset_ok() { *value = 0; }
};

static int arm_bad(int x)
{
    guard_bad guard;
    return guard.armed = true, x;
}

static int read_ok()
{
    int value = 1;
    reset_ok reset(&value);
    return value;
}

static void start_bad()
{
    LoadLibraryA("start.dll");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        arm_bad(1);
        if (read_ok() == 1) {
            start_bad();
        }
    }
    return TRUE;
}
