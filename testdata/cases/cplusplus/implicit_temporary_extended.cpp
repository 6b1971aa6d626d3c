// A reference keeps a temporary until the end of the scope; a copy that is elided is no second object.
#include <windows.h>

struct lease_bad {
    HMODULE module = nullptr;
    ~lease_bad() { FreeLibrary(module); }
};

// The loop is never left: the end of the scope is not reached.
struct forever_ok {
    HMODULE module = nullptr;
    ~forever_ok() { FreeLibrary(module); }
};

static lease_bad borrow_ok()
{
    return lease_bad();
}

static void spin_ok()
{
    const forever_ok &kept = forever_ok();
    for (;;) {
        OutputDebugStringA(kept.module != nullptr ? "a" : "b");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        const lease_bad &lease = borrow_ok();
        if (lease.module != nullptr) {
            spin_ok();
        }
    }
    return TRUE;
}
