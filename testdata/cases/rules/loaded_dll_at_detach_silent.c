// show: cuts
/* The twin of loaded_dll_at_detach: kernel32 and ntdll are there from begin to end. */
#include <windows.h>

typedef BOOL(WINAPI *forget_thread)(DWORD id);

static forget_thread g_forget;
static FARPROC g_flush;

__declspec(dllexport) BOOL tracing_open_ok(void)
{
    HMODULE kernel = GetModuleHandleW(L"KERNEL32.DLL");

    g_forget = (forget_thread)GetProcAddress(kernel, "ForgetThreadOfNextYear");
    g_flush = GetProcAddress(GetModuleHandleA("ntdll"), "EtwFlushNextYear");
    return g_forget != NULL;
}

static void tracing_close_ok(void)
{
    if (g_forget != NULL) {
        g_forget(GetCurrentThreadId());
    }
    if (g_flush != NULL) {
        g_flush();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        tracing_close_ok();
    }
    return TRUE;
}
