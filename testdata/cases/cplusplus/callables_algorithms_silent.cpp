// Comparators that only compare, and a deleter and an order that are kept for later.
#include <algorithm>
#include <memory>
#include <set>
#include <vector>
#include <windows.h>

static std::vector<int> g_values{2, 1};

static void unload_ok(HMODULE *module) { FreeLibrary(*module); }
static bool less_ok(int a, int b) { return a < b; }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::sort(g_values.begin(), g_values.end(), less_ok);
        std::unique_ptr<HMODULE, void (*)(HMODULE *)> none(nullptr, unload_ok);
        std::set<int, bool (*)(int, int)> order(less_ok);
        (void)std::max_element(g_values.begin(), g_values.end(), [](int a, int b) { return a < b; });
    }
    return TRUE;
}
