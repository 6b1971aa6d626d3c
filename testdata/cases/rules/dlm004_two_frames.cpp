/* A setting that does not parse is thrown about, two frames below DllMain. */
#include <cstdlib>
#include <stdexcept>
#include <windows.h>

static unsigned g_level;

static unsigned parse_level_bad(const char *text)
{
    char *end;
    unsigned long level = std::strtoul(text, &end, 10);
    if (*end != '\0' || level > 5) {
        throw std::invalid_argument("MYLIB_LEVEL");
    }
    return (unsigned)level;
}

static void configure_bad()
{
    char text[32];
    if (GetEnvironmentVariableA("MYLIB_LEVEL", text, sizeof text) != 0) {
        g_level = parse_level_bad(text);
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        configure_bad();
    }
    return TRUE;
}
