/* Time zones: Microsoft's library loads ICU for them.  Clocks load nothing. */
#include <windows.h>

#include <chrono>

#if !defined(__cpp_lib_chrono) || __cpp_lib_chrono < 201907L
namespace std {
namespace chrono {
struct time_zone;
const time_zone *current_zone();
} // namespace chrono
} // namespace std
#endif

static void zone_bad()
{
    std::chrono::current_zone();
}

static void clock_ok()
{
    auto now = std::chrono::steady_clock::now();
    (void)now;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        clock_ok();
        zone_bad();
    }
    return TRUE;
}
