/* The operand of sizeof is not run, and a function's address is not a call. */
#include <windows.h>

static int load_ok(void)
{
    return LoadLibraryA("never.dll") != NULL;
}

static int (*g_start)(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    SIZE_T size = sizeof(load_ok());

    g_start = load_ok;
    return size != 0;
}
