#include <windows.h>
#include <dbghelp.h>

void component_bad(void);

static void work_bad(void)
{
    SymInitialize(GetCurrentProcess(), NULL, TRUE);
}

void component_bad(void)
{
    work_bad();
}
