#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static int g_count;

void component_bad(void);

static void work_bad(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_count = 0;
    ReleaseSRWLockExclusive(&g_lock);
}

void component_bad(void)
{
    work_bad();
}
