// What is handed over by value, or by a reference to const, keeps its value.
#include <windows.h>

struct Settings {
    bool preload;
    int level;
};

static bool is_valid(const Settings &settings)
{
    return settings.level >= 0;
}

static void log_level(int level, const int &most)
{
    OutputDebugStringA(level < most ? "low" : "high");
}

static void load_ok()
{
    LoadLibraryA("plugin.dll");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Settings settings = {false, 0};
        const int most = 3;
        if (is_valid(settings)) {
            log_level(settings.level, most);
        }
        if (settings.preload) {
            load_ok();
        }
    }
    return TRUE;
}
