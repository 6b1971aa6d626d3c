#include <windows.h>

void component_bad(void);

static void work_bad(void)
{
    Sleep(500);
}

void component_bad(void)
{
    work_bad();
}
