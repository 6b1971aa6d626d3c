/* The number that the helper is given lets it free the library inside the lock; the other caller's
   does not. */
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

__declspec(dllexport) void plugin_done(void)
{
    EnterCriticalSection(&g_lock);
    release(&g_plugin, FALSE);
    release(&g_plugin, TRUE);
    LeaveCriticalSection(&g_lock);
}

static void forget_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_plugin.users--;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
