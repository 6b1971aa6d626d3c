/* A mutex whose owner was killed is handed on at process end: only the wait counts then. */
#include <windows.h>

static HANDLE g_mutex;
static unsigned g_uses;

__declspec(dllexport) void load(const char *name)
{
    WaitForSingleObject(g_mutex, INFINITE);
    LoadLibraryA(name);
    ReleaseMutex(g_mutex);
}

static void flush_bad(void)
{
    WaitForSingleObject(g_mutex, INFINITE);
    g_uses = 0;
    ReleaseMutex(g_mutex);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_mutex = CreateMutexA(NULL, FALSE, NULL);
    } else if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        flush_bad();
    }
    return TRUE;
}
