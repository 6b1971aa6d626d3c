// What a callee throws destroys the locals on its way: a rollback that nothing dismisses before.
#include <windows.h>

struct failure {};

static void read_settings_ok(int size)
{
    if (size > 512) {
        throw failure();
    }
}

static void open_settings_ok()
{
    read_settings_ok((int)GetTickCount());
}

struct rollback {
    bool armed = true;
    void dismiss_ok() { armed = false; }
    ~rollback()
    {
        if (armed) {
            undo_bad();
        }
    }
    static void undo_bad() { LoadLibraryA("undo.dll"); }
};

static bool start_bad()
{
    rollback guard;
    open_settings_ok();
    guard.dismiss_ok();
    return true;
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
