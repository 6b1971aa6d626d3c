#include <windows.h>

int init(void)
{
    return GetTickCount() != 0;
}
