// Objects with operator() that nobody calls here, or that do no harm.
#include <algorithm>
#include <functional>
#include <windows.h>

struct Load {
    void run_ok() const { LoadLibraryA("plugin.dll"); }
    void operator()() const { run_ok(); }
    void prepare() const {}
};
struct Less {
    bool operator()(int a, int b) const { return a < b; }
};

static std::function<void()> g_first_use;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        int stages[] = {2, 1};
        Load load;
        g_first_use = load;
        load.prepare();
        std::sort(stages, stages + 2, Less());
    }
    return TRUE;
}
