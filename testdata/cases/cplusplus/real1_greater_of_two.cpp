// std::max and std::min of two values compare them by themselves; of a list, by a function.
// show: cuts
// flags: -std=c++17
#include <algorithm>
#include <windows.h>

struct shape {
    double limit;
    double base;
};

static constexpr shape g_shape{1.0, 2.0};
static double g_width;
static int g_count;

template <const shape &of> static double width_ok(double scale)
{
    const double width = of.base * std::max(of.limit, scale);
    return std::min(width, (scale - width) * 0.5);
}

static bool compare_bad(int a, int b)
{
    LoadLibraryW(L"order.dll");
    return a < b;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_width = width_ok<g_shape>(g_width);
        g_count = std::max(g_count, 3);
    } else if (reason == DLL_THREAD_ATTACH) {
        g_count = std::max({g_count, 4, 5}, compare_bad);
    }
    return TRUE;
}
