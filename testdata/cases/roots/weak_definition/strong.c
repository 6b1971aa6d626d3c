#include <windows.h>

void init(void);

void init(void)
{
    LoadLibraryA("codec.dll");
}
