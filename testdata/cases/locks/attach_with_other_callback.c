/* The attach registers a callback, but only users of the DLL, who are not there yet, load a library
 * inside the lock: a note. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static HMODULE g_plugin;
static PVOID g_handler;

__declspec(dllexport) HMODULE plugin(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    ReleaseSRWLockExclusive(&g_lock);
    return g_plugin;
}

static LONG CALLBACK on_exception(EXCEPTION_POINTERS *info)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void start_bad(void)
{
    g_handler = AddVectoredExceptionHandler(0, on_exception);
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = NULL;
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        RemoveVectoredExceptionHandler(g_handler);
    }
    return TRUE;
}
