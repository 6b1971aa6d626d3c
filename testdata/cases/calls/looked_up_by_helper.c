/* One helper for all look-ups: each of its calls has its own DLL and name. */
#include <windows.h>

typedef int(WINAPI *plain)(void);

static FARPROC lookup_ok(const char *dll, const char *name)
{
    HMODULE module = LoadLibraryA(dll);
    FARPROC found = GetProcAddress(module, name);

    if (!found) {
        OutputDebugStringA(name);
    }
    return found;
}

static plain p_flush, p_tick;

__declspec(dllexport) void open_all_ok(void)
{
    p_flush = (plain)lookup_ok("log4x.dll", "log_flush");
    p_tick = (plain)lookup_ok("KERNEL32", "TickOfNextYear");
}

static void close_all_bad(void)
{
    if (p_tick) {
        p_tick();
    }
    if (p_flush) {
        p_flush();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_all_bad();
    }
    return TRUE;
}
