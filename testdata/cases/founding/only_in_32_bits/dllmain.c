/* The 32-bit DLL needs a helper library; for i686 it is loaded under the lock. */
// flags: --target=i686-w64-windows-gnu
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
