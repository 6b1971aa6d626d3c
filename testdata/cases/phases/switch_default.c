/* `default` takes what no case names. */
#include <windows.h>

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        SetLastError(ERROR_SUCCESS);
        break;
    case DLL_THREAD_ATTACH:
        break;
    default:
        free_bad(instance);
    }
    return TRUE;
}
