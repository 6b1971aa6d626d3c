/* The source of only_in_32_bits for x86_64: nothing is loaded. */
// flags: --target=x86_64-w64-windows-gnu
#include <windows.h>

static void load_thunk(void)
{
#ifndef _WIN64
    LoadLibraryW(L"thunk32.dll");
#endif
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_thunk();
    }
    return TRUE;
}
