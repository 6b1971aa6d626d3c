#include <stdlib.h>
#include <windows.h>

static void *g_table;

void component_bad(void);

static void work_bad(void)
{
    g_table = malloc(100);
}

void component_bad(void)
{
    work_bad();
}
