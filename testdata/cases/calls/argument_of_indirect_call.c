/* A function that is handed over by a call through a pointer. */
#include <windows.h>

typedef void (*visit_fn)(const char *name);

static void log_ok(const char *name)
{
    OutputDebugStringA(name);
}

static void load_bad(const char *name)
{
    LoadLibraryA(name);
}

static visit_fn g_visit;

static void remember(visit_fn visit)
{
    g_visit = visit;
}

static void (*g_register)(visit_fn visit);

void load_all(void)
{
    load_bad("late.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_register = remember;
        g_register(load_bad);
        g_visit("plugin.dll");
    }
    return TRUE;
}
