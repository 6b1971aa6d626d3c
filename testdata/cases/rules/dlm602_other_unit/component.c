#include <stdlib.h>
#include <windows.h>

static int g_saved;

static void save_ok(void)
{
    g_saved = 1;
}

void component_bad(void);

static void work_bad(void)
{
    atexit(save_ok);
}

void component_bad(void)
{
    work_bad();
}
