// A structured binding has a hidden object, which is destroyed at the end of its scope.
#include <windows.h>

struct pair_bad {
    HMODULE module;
    int size;
    ~pair_bad() { FreeLibrary(module); }
};

struct other_ok {
    HMODULE module;
    int size;
    ~other_ok() { FreeLibrary(module); }
};

static other_ok *g_other = new other_ok{nullptr, 1};

static pair_bad make_ok()
{
    return pair_bad{GetModuleHandleA("pair.dll"), 2};
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        auto [module, size] = make_ok();
        auto &[other, count] = *g_other;
        OutputDebugStringA(module == other && size == count ? "a" : "b");
    }
    return TRUE;
}
