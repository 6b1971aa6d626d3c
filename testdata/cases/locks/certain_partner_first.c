/* Two calls inside the lock: the one that always needs the loader lock is the evidence, though it
 * is the second. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static unsigned g_threads;

__declspec(dllexport) void drop_codec(void)
{
    EnterCriticalSection(&g_lock);
    FreeLibrary(GetModuleHandleW(L"codec.dll"));
    LeaveCriticalSection(&g_lock);
}

static void count_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_threads--;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
    } else if (reason == DLL_THREAD_DETACH) {
        count_bad();
    }
    return TRUE;
}
