/* The number is not what the condition asks: the helper reads the setting instead. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_codecs;
static int g_always;

static void close_codecs(int unload)
{
    if (g_always) {
        unload = 1;
    }
    if (unload) {
        FreeLibrary(g_codecs);
    }
}

__declspec(dllexport) void stop(void)
{
    EnterCriticalSection(&g_lock);
    close_codecs(0);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
