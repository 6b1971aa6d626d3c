// What lpvReserved said is remembered, in ways whose values are not followed.
#include <atomic>
#include <windows.h>

class Cache {
public:
    void detach_ok(bool exiting)
    {
        exiting_ = exiting;
        clear_ok();
    }
    void clear_ok()
    {
        if (!exiting_) {
            delete[] entries_;
            entries_ = nullptr;
        }
    }

private:
    bool exiting_ = false;
    char *entries_ = nullptr;
};

static Cache g_cache;
static char *g_names;
static char *g_paths;
static std::atomic<bool> g_exiting{false};

static void clear_names_ok()
{
    if (!g_exiting.load()) {
        delete[] g_names;
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        const bool exiting = reserved != nullptr;
        g_exiting = exiting;
        g_cache.detach_ok(exiting);
        clear_names_ok();
    }
    return TRUE;
}
