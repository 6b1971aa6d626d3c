// Pointers and references to such objects own nothing; nor do views and optional pointers.
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <windows.h>

struct com_ok {
    ~com_ok() { CoUninitialize(); }
};

static std::optional<com_ok *> g_optional;
static std::array<com_ok *, 2> g_array;
static std::tuple<int, const com_ok *> g_tuple;
static std::map<int, com_ok *> g_by_number;
static std::weak_ptr<com_ok> g_weak;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
