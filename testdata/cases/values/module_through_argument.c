// show: cuts
/* GetModuleHandleEx gives the module where an argument points. */
#include <windows.h>

typedef void(WINAPI *set_name)(HANDLE thread, const wchar_t *name);

static HMODULE g_nt;
static FARPROC g_leave;

__declspec(dllexport) void find_ok(void)
{
    GetModuleHandleExA(0, "ntdll.dll", &g_nt);
    g_leave = GetProcAddress(g_nt, "RtlLeaveNextYear");
}

static void name_thread_ok(void)
{
    HMODULE kernel = NULL;

    if (GetModuleHandleExW(0, L"kernel32.dll", &kernel)) {
        set_name set = (set_name)GetProcAddress(kernel, "SetThreadNameOfNextYear");
        if (set) {
            set(GetCurrentThread(), L"worker");
        }
    }
    if (g_leave) {
        g_leave();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        name_thread_ok();
    }
    return TRUE;
}
