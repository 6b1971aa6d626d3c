/* Two adapters have tables of one type: a call through one does not run what the other has. */
#include <windows.h>

struct adapter_ops {
    void (*destroy)(void);
};

static void destroy_simple_ok(void)
{
    HeapFree(GetProcessHeap(), 0, NULL);
}

/* Only the other adapter has this function. */
static void destroy_plugin_ok(void)
{
    FreeLibrary(GetModuleHandleA("plugin.dll"));
}

static const struct adapter_ops simple_ops = {destroy_simple_ok};
static const struct adapter_ops plugin_ops = {destroy_plugin_ok};

struct adapter {
    const struct adapter_ops *ops;
};

static struct adapter *g_simple;

void make_adapters(struct adapter *simple, struct adapter *plugin)
{
    simple->ops = &simple_ops;
    plugin->ops = &plugin_ops;
    g_simple = simple;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_simple->ops->destroy();
    }
    return TRUE;
}
