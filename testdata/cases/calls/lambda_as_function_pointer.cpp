// A lambda without captures that becomes a plain function pointer runs where the pointer is called.
#include <windows.h>

struct Stage {
    const char *name;
    bool (*start)(int level);
};

static void for_each_level_bad(void (*visit)(int))
{
    visit(1);
}

static void (*g_on_unload)();

static void set_hooks()
{
    g_on_unload = [] { CoUninitialize(); };
}

static void run_stages_bad()
{
    Stage stage{"net", [](int level) {
                    if (level == 0) {
                        LoadLibraryA("never.dll");
                    }
                    return LoadLibraryA("net.dll") != nullptr;
                }};
    stage.start(1);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_hooks();
        for_each_level_bad([](int level) {
            if (level == 1) {
                CoInitialize(nullptr);
            } else {
                LoadLibraryA("never.dll");
            }
        });
        EnumWindows(+[](HWND, LPARAM) -> BOOL { return LoadLibraryA("w.dll") != nullptr; }, 0);
        run_stages_bad();
    } else if (reason == DLL_PROCESS_DETACH && g_on_unload) {
        g_on_unload();
    }
    return TRUE;
}
