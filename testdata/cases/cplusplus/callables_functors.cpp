// Objects with operator(): called, kept in a std::function, handed to templates and algorithms.
#include <algorithm>
#include <functional>
#include <windows.h>

struct Load_bad {
    void operator()() const { LoadLibraryA("plugin.dll"); }
};
struct Visit_bad {
    int wanted;
    bool operator()(int found) const
    {
        CoInitialize(nullptr);
        return found == wanted;
    }
};
struct Stop_bad {
    void operator()() { WSACleanup(); }
};

template <typename F> static void call(F f) { f(); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        int stages[] = {1, 2};
        std::function<void()> load = Load_bad();
        load();
        (void)std::find_if(stages, stages + 2, Visit_bad{2});
        Stop_bad stop;
        std::function<void()> again = std::ref(stop);
        again();
        call(Load_bad());
    }
    return TRUE;
}
