/* Memory is freed at unload. */
// options: --rules *
#include <windows.h>

static void *g_table;

static void work_ok(void)
{
    HeapFree(GetProcessHeap(), 0, g_table);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_ok();
    }
    return TRUE;
}
