#include <windows.h>

static void *g_table;

void component_bad(void);

static void work_bad(void)
{
    HeapFree(GetProcessHeap(), 0, g_table);
}

void component_bad(void)
{
    work_bad();
}
