// A constructor runs the one that it delegates to, and default member initialisers once.
#include <windows.h>

static int level_bad()
{
    return LoadLibraryA("level.dll") != nullptr;
}

class log_bad {
public:
    log_bad() : log_bad("log.txt") {}
    explicit log_bad(const char *) {}

private:
    int level_ = level_bad();
};

static int depth_ok()
{
    return LoadLibraryA("depth.dll") != nullptr;
}

// The initialiser in the list is taken instead.
class trace_ok {
public:
    trace_ok() : depth_(0) {}

private:
    int depth_ = depth_ok();
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        log_bad log;
        trace_ok trace;
    }
    return TRUE;
}
