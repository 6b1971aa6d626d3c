#include <windows.h>
#include "b/b.h"

HMODULE b_open_ok(void)
{
    return LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
