/* The lock is made before anything can fail; another is deleted only if it was made. */
#include <windows.h>

static CRITICAL_SECTION g_lock, g_second;
static BOOL g_second_made;
static DWORD g_index;

static BOOL start_ok(void)
{
    g_index = TlsAlloc();
    if (g_index == TLS_OUT_OF_INDEXES)
        return FALSE;
    InitializeCriticalSection(&g_second);
    g_second_made = TRUE;
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        InitializeCriticalSection(&g_lock);
        if (!start_ok())
            return FALSE;
        break;
    case DLL_PROCESS_DETACH:
        if (reserved)
            break;
        DeleteCriticalSection(&g_lock);
        if (g_second_made)
            DeleteCriticalSection(&g_second);
        break;
    }
    return TRUE;
}
