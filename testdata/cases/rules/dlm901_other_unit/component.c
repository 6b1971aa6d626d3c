#include <windows.h>

void component_bad(void);

static void work_bad(void)
{
    HKEY key;

    RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Example", 0, KEY_READ, &key);
}

void component_bad(void)
{
    work_bad();
}
