// delete of a null pointer destroys nothing.
#include <windows.h>

struct module_ref {
    ~module_ref()
    {
        free_ok();
    }
    void free_ok()
    {
        FreeLibrary(handle);
    }
    HMODULE handle;
};

static void drop_ok(module_ref *ref = nullptr)
{
    delete ref;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        drop_ok();
    }
    return TRUE;
}
