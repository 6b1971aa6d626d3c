/* Known wrong: a lock in a struct. Only locks that are variables of their own are known by name. */
#include <windows.h>

static struct {
    CRITICAL_SECTION lock;
    int users;
} g_table;

static BOOL can_run(void)
{
    return GetFileAttributesA("core.cfg") != INVALID_FILE_ATTRIBUTES;
}

/* After the refused load this ends a lock that was never made. */
static void FN_end_table(void)
{
    DeleteCriticalSection(&g_table.lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        if (!can_run()) {
            return FALSE;
        }
        InitializeCriticalSection(&g_table.lock);
        break;
    case DLL_PROCESS_DETACH:
        FN_end_table();
        break;
    }
    return TRUE;
}
