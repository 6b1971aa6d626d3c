// flags: -std=c++17
// One function in a std::optional, a pair, a tuple, a unique_ptr; swapped and moved.
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <windows.h>

static void a_bad() { LoadLibraryA("a.dll"); }
static void b_bad() { CoInitialize(nullptr); }
static void c_bad() { WSACleanup(); }
static void d_bad() { CoUninitialize(); }
static void e_bad() { FreeLibrary(GetModuleHandleA("e.dll")); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::optional<std::function<void()>> a = a_bad;
        (*a)();
        std::pair<int, std::function<void()>> b{1, b_bad};
        b.second();
        auto c = std::make_tuple(1, std::function<void()>(c_bad));
        std::get<1>(c)();
        auto d = std::make_unique<std::function<void()>>(d_bad);
        (*d)();
        std::function<void()> from = e_bad, to;
        to.swap(from);
        to();
    }
    return TRUE;
}
