// A lambda keeps what it captured: by copy, by reference, with an initialiser, handed to a template,
// to a std::function and to an algorithm.
#include <algorithm>
#include <functional>
#include <windows.h>

static void load_bad() { LoadLibraryA("plugin.dll"); }
static void start_bad() { CoInitialize(nullptr); }
static void never_ok() { LoadLibraryA("never.dll"); }

template <typename F> static void call_bad(F &&f) { f(); }
static void run(const std::function<void()> &task) { task(); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    auto init = [&] {
        if (reason == DLL_PROCESS_ATTACH) {
            load_bad();
        }
    };
    auto other = [reason] {
        if (reason == 77) {
            never_ok();
        }
    };
    int mode = 1;
    int stages[] = {1, 2};
    init();
    other();
    call_bad([=] { mode == 1 ? start_bad() : never_ok(); });
    run([&] { mode == 2 ? never_ok() : void(); });
    std::for_each(stages, stages + 2, [mode](int) { mode == 2 ? never_ok() : void(); });
    auto next = [level = mode + 1] { level == 3 ? never_ok() : void(); };
    next();
    if (reason == 77) {
        never_ok();
    }
    return TRUE;
}
