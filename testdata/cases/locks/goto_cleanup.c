/* The error path frees the library before it comes to the end that gives the lock back. */
#include <windows.h>

static CRITICAL_SECTION g_lock;
static FARPROC g_entry;

__declspec(dllexport) int load_driver(const char *name)
{
    int result = -1;
    HMODULE module = LoadLibraryA(name);
    EnterCriticalSection(&g_lock);
    if (module == NULL) {
        goto done;
    }
    if (g_entry != NULL) {
        FreeLibrary(module);
        goto done;
    }
    g_entry = (FARPROC)module;
    result = 0;
done:
    LeaveCriticalSection(&g_lock);
    return result;
}

static void reset_bad(void)
{
    EnterCriticalSection(&g_lock);
    g_entry = NULL;
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        reset_bad();
    }
    return TRUE;
}
