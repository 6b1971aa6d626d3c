// show: cuts
// A constructor that throws: the locals around it are destroyed, the object that it makes is not.
#include <windows.h>

struct failure {};

struct rollback_bad {
    bool armed = true;
    ~rollback_bad()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
};

struct session_ok {
    session_ok()
    {
        if (GetTickCount() & 1) {
            throw failure();
        }
    }
    ~session_ok() {}
};

// The handler is that of the caller: what is declared before the session is destroyed.
static void open_bad()
{
    rollback_bad guard;
    session_ok session;
    guard.armed = false;
}

struct member {
    bool armed = true;
    ~member()
    {
        if (armed) {
            FN_undo();
        }
    }
    // Members that are built when the body of their constructor throws are a cut: not destroyed.
    static void FN_undo() { LoadLibraryA("undo.dll"); }
};

struct holder {
    member part;
    holder()
    {
        if (GetTickCount() & 1) {
            throw failure();
        }
        part.armed = false;
    }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            open_bad();
            holder all;
            all.part.armed = false;
        } catch (const failure &) {
            return FALSE;
        }
    }
    return TRUE;
}
