// A global that is never deleted has no destructor at unload.
#include <windows.h>

struct cache {
    ~cache()
    {
        close_ok();
    }
    void close_ok()
    {
        FreeLibrary(module);
    }
    HMODULE module = nullptr;
};

static cache &g_cache = *new cache;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_cache.module = nullptr;
    }
    return TRUE;
}
