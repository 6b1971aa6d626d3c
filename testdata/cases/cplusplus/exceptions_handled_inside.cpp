// What the callee catches itself, by its type or by a base of it, destroys nothing further up.
#include <windows.h>

struct failure {};
struct parse_failure : failure {};

static void parse_ok()
{
    if (GetTickCount() & 1) {
        throw parse_failure();
    }
}

static bool try_parse_ok()
{
    try {
        parse_ok();
        return true;
    } catch (const failure &) {
        return false;
    }
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

// The scope of the guard does not end on the way to the handler.
static bool guarded_ok()
{
    rollback_ok guard;
    bool parsed = try_parse_ok();
    try {
        parse_ok();
    } catch (const parse_failure &) {
        parsed = false;
    }
    guard.armed = false;
    return parsed;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return guarded_ok();
    }
    return TRUE;
}
