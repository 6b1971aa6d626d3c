#include <windows.h>

void component_bad(void);

static void work_bad(void)
{
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process;

    CreateProcessW(L"helper.exe", NULL, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process);
}

void component_bad(void)
{
    work_bad();
}
