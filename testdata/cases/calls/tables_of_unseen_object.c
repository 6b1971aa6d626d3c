/* Whose table it is cannot be seen: the adapter comes from another module. */
#include <windows.h>

struct adapter_ops {
    void (*destroy)(void);
};

struct adapter {
    const struct adapter_ops *ops;
};

struct adapter *find_adapter(int number);

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
static struct adapter *g_adapter;

void make_adapters(void)
{
    find_adapter(0)->ops = &simple_ops;
    find_adapter(1)->ops = &plugin_ops;
    g_adapter = find_adapter(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_adapter->ops->destroy();
    }
    return TRUE;
}
