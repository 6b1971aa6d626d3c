#include <windows.h>

int init(void)
{
    return LoadLibraryA("b_helper.dll") != NULL;
}
