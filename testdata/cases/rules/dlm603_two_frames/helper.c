#include <windows.h>

void helper_work_bad(void)
{
    MessageBoxW(NULL, L"mylib: no settings", L"mylib", MB_OK);
}
