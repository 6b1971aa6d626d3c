#include <windows.h>

static HMODULE g_other;

void component_bad(void);

static void work_bad(void)
{
    g_other = GetModuleHandleW(L"other.dll");
}

void component_bad(void)
{
    work_bad();
}
