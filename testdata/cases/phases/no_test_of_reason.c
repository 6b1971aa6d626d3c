/* DllMain that looks at nothing runs the same code in all six phases. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    load_bad();
    return TRUE;
}
