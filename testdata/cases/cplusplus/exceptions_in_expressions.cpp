// A call that throws in a condition, an initialiser or inside of a try block.
#include <windows.h>

struct failure {};

static int query_ok(int key)
{
    if (GetTickCount() & 1) {
        throw failure();
    }
    return key;
}

template <int N> struct undo_bad {
    bool armed = true;
    ~undo_bad()
    {
        if (armed) {
            LoadLibraryA("undo.dll");
        }
    }
};

static int in_condition_bad()
{
    undo_bad<1> guard;
    if (query_ok(1) == 2) {
        guard.armed = false;
        return 1;
    }
    guard.armed = false;
    return 0;
}

static int in_declaration_bad()
{
    undo_bad<3> guard;
    int key = query_ok(3);
    guard.armed = false;
    return key;
}

static int in_try_bad()
{
    try {
        undo_bad<4> guard;
        query_ok(4);
        guard.armed = false;
    } catch (const failure &) {
        return 0;
    }
    return 1;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    try {
        switch (reason) {
        case DLL_PROCESS_ATTACH:
            return in_condition_bad();
        case DLL_THREAD_ATTACH:
            return in_declaration_bad();
        case DLL_THREAD_DETACH:
            return in_try_bad();
        }
    } catch (...) {
    }
    return TRUE;
}
