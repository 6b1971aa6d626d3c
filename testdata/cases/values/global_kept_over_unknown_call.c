/* A call through a pointer that is not known cannot change what only the set-up writes; it can change
   what a function writes whose address is taken, and what an export writes once the DLL is loaded:
   while it is being loaded nobody has its exports. */
#include <windows.h>

typedef void (*plugin_function)(void);

static int g_phase;
static int g_set_by_export;
static int g_set_by_callback;
static int g_restarted;
static plugin_function g_plugin;

__declspec(dllexport) void set_plugin(plugin_function plugin)
{
    g_plugin = plugin;
}

__declspec(dllexport) void set_option(int value)
{
    g_set_by_export = value;
}

static void on_message(void)
{
    g_set_by_callback = 1;
}

static void set_callback(plugin_function *where)
{
    *where = on_message;
}

static void in_phase_ok(void)
{
    if (g_phase != 1) {
        LoadLibraryA("phase.dll");
    }
}

static void by_export_bad(void)
{
    if (g_set_by_export != 0) {
        LoadLibraryA("export.dll");
    }
}

static void by_callback_bad(void)
{
    if (g_set_by_callback != 0) {
        LoadLibraryA("callback.dll");
    }
}

/* Calls itself through what it calls: its own stores count. */
static void restart_bad(int depth)
{
    g_restarted = 0;
    if (depth < 3) {
        restart_bad(depth + 1);
    }
    if (g_restarted == 1) {
        LoadLibraryA("restarted.dll");
    }
    g_restarted = 1;
}

static void set_up_bad(plugin_function plugin)
{
    g_phase = 1;
    g_set_by_export = 0;
    g_set_by_callback = 0;
    set_callback(&g_plugin);
    plugin();
    in_phase_ok();
    by_export_bad();
    by_callback_bad();
}

static void later_bad(plugin_function plugin)
{
    g_set_by_export = 0;
    plugin();
    by_export_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_bad(*(plugin_function *)instance);
        restart_bad(0);
    } else if (reason == DLL_THREAD_ATTACH) {
        later_bad(*(plugin_function *)instance);
    }
    return TRUE;
}
