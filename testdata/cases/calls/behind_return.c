/* Code behind a return is not run. */
#include <windows.h>

static void load_ok(void)
{
    LoadLibraryA("never.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
    load_ok();
    LoadLibraryW(L"never.dll");
}
