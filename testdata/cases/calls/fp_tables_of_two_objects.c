/* Known wrong: tables of one struct type are mixed, whichever object they belong to. */
#include <windows.h>

struct adapter_ops {
    void (*destroy)(void);
};

static void destroy_simple(void)
{
    HeapFree(GetProcessHeap(), 0, NULL);
}

/* Only the other adapter has this function; a field holds what any object of its type holds. */
static void FP_destroy_plugin(void)
{
    FreeLibrary(GetModuleHandleA("plugin.dll"));
}

static const struct adapter_ops simple_ops = {destroy_simple};
static const struct adapter_ops plugin_ops = {FP_destroy_plugin};

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
