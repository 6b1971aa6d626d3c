#include <stdio.h>
#include <windows.h>

FILE *g_log;

void component_bad(void);

static void work_bad(void)
{
    fprintf(g_log, "bye\n");
}

void component_bad(void)
{
    work_bad();
}
