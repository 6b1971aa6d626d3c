// What a lambda changes in what it captured by reference holds behind its call.
#include <windows.h>

static void undo_ok()
{
    LoadLibraryA("undo.dll");
}

struct quiet_guard {
    bool armed = true;
    ~quiet_guard()
    {
        if (armed) {
            undo_ok();
        }
    }
};

static void commit_ok()
{
    quiet_guard g;
    auto commit = [&] { g.armed = false; };
    commit();
}

static void count_ok()
{
    int left = 1;
    int *last = &left;
    auto take = [&left] { left = 0; };
    auto put = [last] { *last = 2; };
    take();
    if (left != 0) {
        undo_ok();
    }
    put();
    if (left == 0) {
        undo_ok();
    }
}

// It is switched off only sometimes.
static void commit_perhaps_bad(int status)
{
    bool armed = true;
    auto commit = [&] {
        if (status != 0) {
            armed = false;
        }
    };
    commit();
    if (armed) {
        LoadLibraryA("perhaps.dll");
    }
}

// A copy is changed.
static void commit_copy_bad()
{
    bool armed = true;
    auto commit = [armed]() mutable { armed = false; };
    commit();
    if (armed) {
        LoadLibraryA("copy.dll");
    }
}

// It is never called.
static void commit_never_bad()
{
    bool armed = true;
    auto commit = [&] { armed = false; };
    (void)commit;
    if (armed) {
        LoadLibraryA("never.dll");
    }
}

// Another one switches it on again.
static void commit_and_revoke_bad()
{
    bool armed = true;
    auto commit = [&] { armed = false; };
    auto revoke = [&] { armed = true; };
    commit();
    revoke();
    if (armed) {
        LoadLibraryA("revoked.dll");
    }
}

static void set(bool &flag, bool value)
{
    flag = value;
}

// What it calls changes it behind that.
static void commit_and_set_bad()
{
    bool armed = true;
    auto commit = [&] {
        armed = false;
        set(armed, true);
    };
    commit();
    if (armed) {
        LoadLibraryA("set.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        commit_ok();
        count_ok();
        commit_perhaps_bad(GetCurrentProcessId() & 1);
        commit_copy_bad();
        commit_never_bad();
        commit_and_revoke_bad();
        commit_and_set_bad();
    }
    return TRUE;
}
