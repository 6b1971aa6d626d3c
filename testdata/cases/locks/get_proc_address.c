/* GetProcAddress takes the loader lock in some versions of Windows only: a warning, possible. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static FARPROC g_entry;

__declspec(dllexport) void bind(HMODULE module)
{
    EnterCriticalSection(&g_lock);
    g_entry = GetProcAddress(module, "Entry");
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
