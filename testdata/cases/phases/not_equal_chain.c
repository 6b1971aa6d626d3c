/* What is left over when three reasons are excluded. */
#include <windows.h>

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason != DLL_PROCESS_ATTACH && reason != DLL_THREAD_ATTACH &&
        reason != DLL_THREAD_DETACH) {
        free_bad(instance);
    }
    return TRUE;
}
