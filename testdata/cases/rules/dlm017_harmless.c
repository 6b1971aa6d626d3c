/* Memory of the heap of the process. */
// options: --rules *
#include <stdlib.h>
#include <windows.h>

static void *g_table;

static void work_ok(void)
{
    g_table = HeapAlloc(GetProcessHeap(), 0, 100);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
