/* What only fills in a struct keeps no address: the field is still what was stored. */
#include <string.h>
#include <windows.h>

struct options {
    DWORD reason;
    SYSTEMTIME started;
};

static void load_plugins_ok(void)
{
    LoadLibraryA("plugins.dll");
}

static void note_ok(void)
{
    OutputDebugStringA("started");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    struct options options;
    memset(&options, 0, sizeof options);
    GetSystemTime(&options.started);
    options.reason = DLL_PROCESS_DETACH;
    note_ok();
    if (options.reason == DLL_PROCESS_ATTACH) {
        load_plugins_ok();
    }
    return TRUE;
}
