/* Two helpers that may free a library; what holds the lock tells both not to. */
#include <windows.h>

struct plugin {
    HMODULE module;
    LONG users;
};

static CRITICAL_SECTION g_lock;
static struct plugin g_plugin;

static void release(struct plugin *plugin, BOOL unload)
{
    if (!InterlockedDecrement(&plugin->users) && unload) {
        FreeLibrary(plugin->module);
    }
}

static void reset(struct plugin *plugin, int keep)
{
    plugin->users = 0;
    if (keep != 0) {
        return;
    }
    FreeLibrary(plugin->module);
}

__declspec(dllexport) void plugin_done(void)
{
    EnterCriticalSection(&g_lock);
    release(&g_plugin, FALSE);
    reset(&g_plugin, 1);
    LeaveCriticalSection(&g_lock);
}

__declspec(dllexport) void plugin_end(void)
{
    release(&g_plugin, TRUE);
    reset(&g_plugin, 0);
}

static void forget_ok(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin.users--;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_ok();
    }
    return TRUE;
}
