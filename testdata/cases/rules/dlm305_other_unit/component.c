#include <windows.h>

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;

void component_bad(void);

static void work_bad(void)
{
    InitOnceExecuteOnce(&g_once, NULL, NULL, NULL);
}

void component_bad(void)
{
    work_bad();
}
