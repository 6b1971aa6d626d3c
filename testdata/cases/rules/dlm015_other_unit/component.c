#include <windows.h>
#include <mscat.h>

void component_bad(void);

static void work_bad(void)
{
    CryptCATOpen(NULL, 0, 0, 0, 0);
}

void component_bad(void)
{
    work_bad();
}
