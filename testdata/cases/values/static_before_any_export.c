/* At attach nobody has called an export yet: what only they write still holds its initialiser. */
#include <windows.h>

static int g_mode;
static int g_started = 1;
static int g_thread_mode;
static HMODULE g_plugin;

/* Exported by a .def file. */
void set_mode_ok(int mode)
{
    g_mode = mode;
    g_started = 0;
}

void load_plugin_ok(void)
{
    if (g_plugin == NULL) {
        g_plugin = LoadLibraryA("plugin.dll");
    }
}

static void attach_ok(void)
{
    if (g_mode == 2 || !g_started) {
        LoadLibraryA("mode.dll");
    }
    if (g_plugin != NULL) {
        FreeLibrary(g_plugin);
    }
}

/* At detach they may have been called. */
static void detach_bad(void)
{
    if (g_mode == 2) {
        LoadLibraryA("detach.dll");
    }
    if (g_plugin != NULL) {
        FreeLibrary(g_plugin);
    }
}

static DWORD WINAPI run(LPVOID unused)
{
    g_thread_mode = 1;
    return 0;
}

/* The near miss: what a thread writes that attach has started. */
static void thread_bad(void)
{
    QueueUserWorkItem(run, NULL, 0);
    if (g_thread_mode) {
        LoadLibraryA("thread.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        attach_ok();
        thread_bad();
    }
    if (reason == DLL_PROCESS_DETACH) {
        detach_bad();
    }
    return TRUE;
}
