/* The callback of the object that is used is the one with the call. */
#include <windows.h>

struct timer {
    void (*on_close)(void);
    DWORD period;
};

static struct timer *g_idle;
static struct timer *g_update;

static void close_idle_ok(void)
{
    OutputDebugStringA("idle timer closed");
}

static void close_update_bad(void)
{
    FreeLibrary(GetModuleHandleA("update.dll"));
}

static void make_timers(void)
{
    g_idle = HeapAlloc(GetProcessHeap(), 0, sizeof *g_idle);
    g_update = HeapAlloc(GetProcessHeap(), 0, sizeof *g_update);
    g_idle->on_close = close_idle_ok;
    g_update->on_close = close_update_bad;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        make_timers();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_update->on_close();
    }
    return TRUE;
}
