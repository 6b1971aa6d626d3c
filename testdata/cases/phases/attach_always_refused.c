/* A DLL that is only read for its resources and refuses every load: it is gone again before a
 * thread starts or the process ends. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    load_bad();
    if (reason == DLL_PROCESS_ATTACH) {
        SetLastError(ERROR_NOT_SUPPORTED);
        return FALSE;
    }
    return TRUE;
}
