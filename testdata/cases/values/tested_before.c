/* The second test of a field cannot come out otherwise than the first, whatever the pointer leads to. */
#include <windows.h>

struct hook {
    BOOL installed;
    int slot;
};

static void note_ok(struct hook *hook)
{
    hook->slot++;
}

static void report_wrong_state_ok(void)
{
    LoadLibraryA("report.dll");
}

static void remove_hook(struct hook *hook)
{
    if (!hook->installed) {
        return;
    }
    hook->slot = 0;
    if (!hook->installed) {
        report_wrong_state_ok();
    }
    note_ok(hook);
}

static struct {
    struct hook hooks[4];
    void *memory[4];
} g_table;

static void free_ok(void *memory)
{
    if (memory == NULL) {
        report_wrong_state_ok();
    }
    HeapFree(GetProcessHeap(), 0, memory);
}

static void free_all(void)
{
    for (int i = 0; i < 4; i++) {
        if (g_table.memory[i] != NULL && g_table.hooks[i].slot == 3) {
            free_ok(g_table.memory[i]);
        }
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        remove_hook((struct hook *)TlsGetValue(0));
        free_all();
    }
    return TRUE;
}
