// flags: -std=c++20
// The algorithms of std::ranges are objects; a generic lambda is followed as it is written.
#include <algorithm>
#include <vector>
#include <windows.h>

static std::vector<int> g_values{2, 1};
static void each_bad() { LoadLibraryA("a.dll"); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::ranges::for_each(g_values, [](auto) { each_bad(); });
        (void)std::ranges::find_if(g_values, [](int v) {
            CoInitialize(nullptr);
            return v == 1;
        });
    }
    return TRUE;
}
