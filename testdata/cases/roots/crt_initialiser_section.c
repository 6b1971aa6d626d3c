/* A function pointer in .CRT$XCU is called by the C runtime before DllMain. */
#include <windows.h>

static void __cdecl start_bad(void)
{
    LoadLibraryA("helper.dll");
}

__attribute__((section(".CRT$XCU"), used)) static void(__cdecl *const start_entry)(void) =
    start_bad;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
