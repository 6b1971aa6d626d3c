/* One-time initialisation of C++, Boost and WIL. */
// flags: -std=c++17
#include <mutex>
#include <windows.h>

/* not in mingw-w64 */
namespace boost
{
struct once_flag {
};
void call_once(once_flag &, void (*)());
} // namespace boost
namespace wil
{
bool init_once(INIT_ONCE &, void (*)());
bool init_once_failfast(INIT_ONCE &, void (*)());
HRESULT init_once_nothrow(INIT_ONCE &, void (*)());
} // namespace wil

static std::once_flag g_std;
static boost::once_flag g_boost;
static INIT_ONCE g_wil = INIT_ONCE_STATIC_INIT;

static void init_ok()
{
}

static void all_bad()
{
    std::call_once(g_std, init_ok);
    boost::call_once(g_boost, init_ok);
    wil::init_once(g_wil, init_ok);
    wil::init_once_failfast(g_wil, init_ok);
    wil::init_once_nothrow(g_wil, init_ok);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    all_bad();
    return TRUE;
}
