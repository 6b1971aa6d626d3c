#include <windows.h>

void component_bad(void);

static void work_bad(void)
{
    AllocConsole();
}

void component_bad(void)
{
    work_bad();
}
