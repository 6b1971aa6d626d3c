// Objects inside of optionals, variants, arrays, tuples and containers are destroyed with them.
#include <array>
#include <list>
#include <map>
#include <optional>
#include <tuple>
#include <variant>
#include <windows.h>

template <int> struct com_bad {
    ~com_bad() { CoUninitialize(); }
};

static std::optional<com_bad<1>> g_optional;
static std::variant<std::monostate, com_bad<2>> g_variant;
static std::array<com_bad<3>, 2> g_array;
static std::tuple<int, com_bad<4>> g_tuple;
static std::map<int, std::list<com_bad<5>>> g_lists;
