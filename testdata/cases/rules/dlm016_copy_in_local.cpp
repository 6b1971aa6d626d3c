/* A local that is named for one thing and holds the other. */
#include <windows.h>

struct Cache {
    ~Cache() { Clear(); }
    void Clear() {}
};

static Cache *g_cache;

static void release_bad(bool process_ends)
{
    if (process_ends) {
        return;
    }
    delete g_cache;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    const bool process_ends = reserved == nullptr;
    if (reason == DLL_PROCESS_DETACH) {
        release_bad(process_ends);
    }
    return TRUE;
}
