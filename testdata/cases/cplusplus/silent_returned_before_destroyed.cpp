// The value of a return is there before the locals are destroyed: what it does to them counts.
#include <windows.h>

struct guard_ok {
    bool armed = true;
    ~guard_ok()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
    int dismiss(int result)
    {
        armed = false;
        return result;
    }
};

static int assign_ok(int x)
{
    guard_ok guard;
    return guard.armed = false, x;
}

static int call_ok(int x)
{
    guard_ok guard;
    return guard.dismiss(x);
}

static bool choose_ok(bool first)
{
    guard_ok guard;
    if (first) {
        return !(guard.armed = false);
    }
    return guard.dismiss(4) != 0;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return assign_ok(1) + call_ok(2) + choose_ok(GetTickCount() & 1);
    }
    return TRUE;
}
