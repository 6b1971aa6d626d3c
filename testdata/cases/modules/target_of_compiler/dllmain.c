/* The compiler's name says which target is meant; the 32-bit DLL frees what the other has not. */
#include <windows.h>

static void close_bad(HMODULE module)
{
#ifdef _WIN64
    WaitForSingleObject(module, 100);
#else
    FreeLibrary(module);
#endif
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_bad(instance);
    }
    return TRUE;
}
