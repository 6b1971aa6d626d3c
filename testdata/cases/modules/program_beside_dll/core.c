#include <windows.h>

int start_ok(void)
{
    return GetTickCount() != 0;
}
