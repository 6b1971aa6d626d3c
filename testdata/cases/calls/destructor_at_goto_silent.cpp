/* A goto inside a scope does not end it, and one that is never reached ends nothing. */
#include <windows.h>

struct loaded_ok {
    HMODULE module = nullptr;
    ~loaded_ok() { FreeLibrary(module); }
};

static int start_ok()
{
    return GetTickCount() & 1;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        loaded_ok *helper = nullptr;
    again:
        if (!start_ok()) {
            goto again;
        }
        return helper == nullptr;
    }
    if (reason > DLL_THREAD_DETACH) {
        loaded_ok never;
        goto done;
    }
done:
    return TRUE;
}
