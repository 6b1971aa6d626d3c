/* Sleeps of C++ and of Boost. */
// flags: -std=c++17
#include <chrono>
#include <thread>
#include <windows.h>

/* not in mingw-w64 */
namespace boost
{
namespace this_thread
{
void sleep(int);
void sleep_for(int);
void sleep_until(int);
} // namespace this_thread
} // namespace boost

static void all_bad()
{
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::this_thread::sleep_until(std::chrono::steady_clock::now());
    boost::this_thread::sleep(1);
    boost::this_thread::sleep_for(1);
    boost::this_thread::sleep_until(1);
}

static void yield_ok()
{
    std::this_thread::yield();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    all_bad();
    yield_ok();
    return TRUE;
}
