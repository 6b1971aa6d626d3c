// The value of a return is computed while the locals live: what it throws destroys them.
#include <windows.h>

struct failure {};

static bool check_ok(DWORD size)
{
    if (size == 0) {
        throw failure();
    }
    return true;
}

struct armed_bad {
    bool done = false;
    bool finish_ok(bool value) { return done = true, value; }
    ~armed_bad()
    {
        if (!done) {
            LoadLibraryA("undo.dll");
        }
    }
};

static bool start_bad()
{
    armed_bad inner;
    return inner.finish_ok(check_ok(GetTickCount()));
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            return start_bad();
        } catch (const failure &) {
            return FALSE;
        }
    }
    return TRUE;
}
