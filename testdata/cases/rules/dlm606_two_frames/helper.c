#include <windows.h>
#include <uxtheme.h>

static BOOL g_themed;

void helper_work_bad(void)
{
    SetWindowTheme(NULL, L"Explorer", NULL);
}
