/* Between the tests something can change the field: the second one decides anew. */
#include <windows.h>

struct hook {
    BOOL installed;
    volatile BOOL busy;
    struct hook *next;
};

static struct hook *g_hooks[4];

static void __declspec(noinline) change(struct hook *hook)
{
    g_hooks[hook->busy] = hook->next;
    hook->installed = hook->busy;
}

static void after_call_bad(struct hook *hook)
{
    if (!hook->installed) {
        return;
    }
    change(hook);
    if (!hook->installed) {
        LoadLibraryA("call.dll");
    }
}

static void after_store_bad(struct hook *hook, BOOL *flag)
{
    if (!hook->installed) {
        return;
    }
    *flag = FALSE;
    if (!hook->installed) {
        LoadLibraryA("store.dll");
    }
}

static void next_one_bad(struct hook *hook)
{
    while (hook->installed) {
        hook = hook->next;
    }
    LoadLibraryA("next.dll");
}

static void other_index_bad(int i)
{
    if (g_hooks[i] == NULL) {
        return;
    }
    i++;
    if (g_hooks[i] == NULL) {
        LoadLibraryA("index.dll");
    }
}

static void can_change_bad(struct hook *hook)
{
    if (hook->busy && !hook->busy) {
        LoadLibraryA("busy.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        after_call_bad((struct hook *)TlsGetValue(0));
        after_store_bad((struct hook *)TlsGetValue(1), (BOOL *)TlsGetValue(2));
        next_one_bad((struct hook *)TlsGetValue(3));
        other_index_bad((int)(INT_PTR)TlsGetValue(4));
        can_change_bad((struct hook *)TlsGetValue(5));
    }
    return TRUE;
}
