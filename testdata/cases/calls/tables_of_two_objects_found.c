/* The adapter that is kept has the table with the call; there is no doubt which one. */
#include <windows.h>

struct adapter_ops {
    void (*destroy)(void);
};

static void destroy_simple_ok(void)
{
    HeapFree(GetProcessHeap(), 0, NULL);
}

static void destroy_plugin_bad(void)
{
    FreeLibrary(GetModuleHandleA("plugin.dll"));
}

static const struct adapter_ops simple_ops = {destroy_simple_ok};
static const struct adapter_ops plugin_ops = {destroy_plugin_bad};

struct adapter {
    const struct adapter_ops *ops;
};

static struct adapter *g_plugin;

void make_adapters(struct adapter *simple, struct adapter *plugin)
{
    simple->ops = &simple_ops;
    plugin->ops = &plugin_ops;
    g_plugin = plugin;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_plugin->ops->destroy();
    }
    return TRUE;
}
