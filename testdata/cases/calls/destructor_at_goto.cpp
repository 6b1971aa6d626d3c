/* A goto out of a scope runs the destructors of its locals: here it is the only way out. */
#include <windows.h>

struct loaded_bad {
    HMODULE module = nullptr;
    ~loaded_bad() { FreeLibrary(module); }
};

static int start_ok();

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        loaded_bad helper;
        for (;;) {
            if (start_ok()) {
                goto started;
            }
        }
    }
started:
    return TRUE;
}

static int start_ok()
{
    return GetTickCount() & 1;
}
