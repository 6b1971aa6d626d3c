/* A constant table, indexed by the reason. */
#include <windows.h>

static const BOOL wanted[4] = {FALSE, TRUE, FALSE, FALSE};

static void load_bad(void)
{
    LoadLibraryA("codec.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (wanted[reason]) {
        load_bad();
    }
    return TRUE;
}
