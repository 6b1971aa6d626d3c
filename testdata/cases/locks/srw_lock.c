/* Shared or exclusive makes no difference to the order of locks. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static int g_threads;
static HMODULE g_plugin;

static void count_thread_bad(int by)
{
    AcquireSRWLockExclusive(&g_lock);
    g_threads += by;
    ReleaseSRWLockExclusive(&g_lock);
}

__declspec(dllexport) HMODULE plugin(void)
{
    AcquireSRWLockShared(&g_lock);
    HMODULE module = g_plugin != NULL ? g_plugin : LoadLibraryW(L"plugin.dll");
    ReleaseSRWLockShared(&g_lock);
    return module;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_THREAD_ATTACH:
        count_thread_bad(1);
        break;
    case DLL_THREAD_DETACH:
        count_thread_bad(-1);
        break;
    }
    return TRUE;
}
