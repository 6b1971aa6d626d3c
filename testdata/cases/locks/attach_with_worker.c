/* The attach starts a thread that loads a library inside the lock, and takes the lock itself: the
 * thread waits for the loader lock before it runs, so only the order is wrong. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static HMODULE g_plugin;

static DWORD WINAPI worker(void *unused)
{
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    ReleaseSRWLockExclusive(&g_lock);
    return 0;
}

static void start_bad(void)
{
    CloseHandle(CreateThread(NULL, 0, worker, NULL, 0, NULL));
    AcquireSRWLockExclusive(&g_lock);
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
