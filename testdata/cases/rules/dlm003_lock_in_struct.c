/* A lock that is a field of the one object whose fields they all are. */
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
static void end_table_bad(void)
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
        end_table_bad();
        break;
    }
    return TRUE;
}
