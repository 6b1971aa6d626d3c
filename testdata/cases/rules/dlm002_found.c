/* Memory is freed at process end, and only then. */
// options: --rules *
#include <windows.h>

static void *g_table;

static void work_bad(void)
{
    HeapFree(GetProcessHeap(), 0, g_table);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_bad();
    }
    return TRUE;
}
