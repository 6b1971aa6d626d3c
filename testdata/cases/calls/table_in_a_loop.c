/* A loop over a table reaches every init of it, and no start. */
#include <windows.h>

struct component {
    const char *name;
    void (*init)(void);
    void (*start)(void);
};

static void init_log_ok(void)
{
    OutputDebugStringA("log");
}

static void init_net_bad(void)
{
    LoadLibraryA("net.dll");
}

static void start_log_ok(void)
{
    OutputDebugStringA("log started");
}

static void start_net_ok(void)
{
    CreateThread(NULL, 0, NULL, NULL, 0, NULL);
}

static const struct component components[] = {
    {"log", init_log_ok, start_log_ok},
    {.name = "net", .start = start_net_ok, .init = init_net_bad},
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        for (size_t i = 0; i < sizeof components / sizeof components[0]; i++) {
            components[i].init();
        }
    }
    return TRUE;
}
