/* Two tables of one type: DllMain runs the one with the call. */
#include <windows.h>

struct hook {
    void (*run)(void);
};

static void flush_ok(void)
{
    OutputDebugStringA("flushed");
}

static void close_ok(void)
{
    OutputDebugStringA("closed");
}

static void unload_bad(void)
{
    FreeLibrary(GetModuleHandleA("filter.dll"));
}

static struct hook quick_hooks[] = {{flush_ok}, {close_ok}};
static struct hook slow_hooks[] = {{.run = unload_bad}, {flush_ok}};

void run_slow_hooks(void)
{
    for (int i = 0; i < 2; i++) {
        slow_hooks[i].run();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        run_slow_hooks();
    }
    return TRUE;
}
