#include <windows.h>

void load_helpers(void)
{
    LoadLibraryA("helpers.dll");
}
