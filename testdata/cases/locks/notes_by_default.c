/* The same by default: silence. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static int g_threads;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        g_threads--;
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
