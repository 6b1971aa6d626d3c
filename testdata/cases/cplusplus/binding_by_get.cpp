// show: cuts
// Names that get<N>() of one's own binds: that call is said not to be followed.  A struct's fields,
// an array's elements and what the library's get() gives need none.
#include <tuple>
#include <utility>
#include <windows.h>

struct point {
    int x, y;
};

struct config {
    int value;
    template <std::size_t N> int get() const
    {
        LoadLibraryA("config.dll");
        return value;
    }
};

template <> struct std::tuple_size<config> : std::integral_constant<std::size_t, 2> {};
template <std::size_t N> struct std::tuple_element<N, config> {
    using type = int;
};

static config g_config;
static point g_point;
static int g_array[2];

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        auto [a, b] = g_config;
        auto [c, d] = g_point;
        auto &[e, f] = g_array;
        auto [g, h] = std::make_pair(1, 2);
        return a + b + c + d + e + f + g + h != 0;
    }
    return TRUE;
}
