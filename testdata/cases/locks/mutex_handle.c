/* A mutex is a lock, too; the wait for it is one more fault. */
#include <windows.h>

static HANDLE g_mutex;

__declspec(dllexport) void load(const char *name)
{
    WaitForSingleObject(g_mutex, INFINITE);
    LoadLibraryA(name);
    ReleaseMutex(g_mutex);
}

static void count_bad(void)
{
    WaitForSingleObject(g_mutex, INFINITE);
    ReleaseMutex(g_mutex);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_mutex = CreateMutexA(NULL, FALSE, NULL);
    } else if (reason == DLL_THREAD_ATTACH) {
        count_bad();
    }
    return TRUE;
}
