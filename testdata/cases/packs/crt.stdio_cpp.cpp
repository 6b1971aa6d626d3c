/* Streams of C++, and a log library. */
// options: --rules *
// flags: -std=c++17
#include <fstream>
#include <windows.h>

/* not in mingw-w64 */
namespace spdlog
{
void trace(const char *);
void debug(const char *);
void info(const char *);
void warn(const char *);
void error(const char *);
void critical(const char *);
void log(int, const char *);
void shutdown();
} // namespace spdlog

static void all_bad()
{
    std::ofstream out("a.txt");
    out.open("b.txt");
    out.close();
    std::fstream both("a.txt");
    both.open("b.txt");
    both.close();
    std::ifstream in("a.txt");
    in.open("b.txt");
    std::filebuf buffer;
    buffer.open("c.txt", std::ios::in);
    buffer.close();
    spdlog::trace("t");
    spdlog::debug("d");
    spdlog::info("i");
    spdlog::warn("w");
    spdlog::error("e");
    spdlog::critical("c");
    spdlog::log(1, "l");
    spdlog::shutdown();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    all_bad();
    return TRUE;
}
