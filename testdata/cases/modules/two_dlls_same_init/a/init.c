#include <windows.h>

int init(void)
{
    return LoadLibraryA("a_helper.dll") != NULL;
}
