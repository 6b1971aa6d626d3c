// show: cuts
// flags: -std=c++20
// Projections and comparisons that are left out, or the library's own, call nothing unknown.
#include <algorithm>
#include <vector>
#include <windows.h>

static int negated_ok(int number) { return -number; }

static bool order_ok(std::vector<int> &numbers)
{
    std::ranges::sort(numbers);
    std::ranges::sort(numbers, std::ranges::greater{});
    std::ranges::sort(numbers, {}, negated_ok);
    return std::ranges::find(numbers, 3) != numbers.end();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    std::vector<int> numbers;
    return reason != DLL_PROCESS_ATTACH || order_ok(numbers);
}
