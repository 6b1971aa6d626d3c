/* __attribute__((constructor)), with and without a priority, runs before DllMain. */
#include <windows.h>

__attribute__((constructor)) static void start_bad(void)
{
    LoadLibraryA("helper.dll");
}

__attribute__((constructor(101))) static void early_bad(void)
{
    LoadLibraryA("early.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
