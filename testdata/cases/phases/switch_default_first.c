/* `default` in front falls into the case behind it. */
#include <windows.h>

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    default:
        SetLastError(ERROR_SUCCESS);
    case DLL_THREAD_DETACH:
        free_bad(instance);
        break;
    case DLL_PROCESS_ATTACH:
    case DLL_THREAD_ATTACH:
        break;
    }
    return TRUE;
}
