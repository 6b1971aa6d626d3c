// Algorithms call what they are handed before they return.
#include <algorithm>
#include <numeric>
#include <vector>
#include <windows.h>

static std::vector<int> g_values{2, 1};

static bool any_bad(int) { return LoadLibraryA("a.dll") != nullptr; }
static int add_bad(int a, int b)
{
    CoInitialize(nullptr);
    return a + b;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::sort(g_values.begin(), g_values.end(), [](int a, int b) {
            WSACleanup();
            return a < b;
        });
        (void)std::any_of(g_values.begin(), g_values.end(), any_bad);
        (void)std::accumulate(g_values.begin(), g_values.end(), 0, add_bad);
        std::transform(g_values.begin(), g_values.end(), g_values.begin(), [](int v) {
            CoUninitialize();
            return v;
        });
    }
    return TRUE;
}
