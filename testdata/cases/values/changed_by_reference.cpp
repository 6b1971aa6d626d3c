// What is handed over or named by a reference can change without being named.
#include <utility>
#include <windows.h>

struct Settings {
    bool preload;
    int level;
};

static void read_settings(Settings &settings)
{
    settings.preload = true;
}

static void count(int &found)
{
    found++;
}

static void by_parameter_bad()
{
    Settings settings = {false, 0};
    read_settings(settings);
    if (settings.preload) {
        LoadLibraryA("plugin.dll");
    }
}

static void by_number_bad()
{
    int found = 0;
    count(found);
    if (found) {
        LoadLibraryA("codec.dll");
    }
}

static void by_second_name_bad()
{
    Settings settings = {false, 0};
    auto &named = settings;
    named.preload = true;
    if (settings.preload) {
        LoadLibraryA("skin.dll");
    }
}

static void by_library_bad()
{
    bool wanted = false, other = true;
    std::swap(wanted, other);
    if (wanted) {
        LoadLibraryA("theme.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        by_parameter_bad();
        by_number_bad();
        by_second_name_bad();
        by_library_bad();
    }
    return TRUE;
}
