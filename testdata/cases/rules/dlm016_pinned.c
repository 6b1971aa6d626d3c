/* A pinned DLL has no unload: there is nothing to clean up but at process end. */
#include <windows.h>

static CRITICAL_SECTION g_lock;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HMODULE self;

    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR)instance, &self);
    } else if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        DeleteCriticalSection(&g_lock);
    }
    return TRUE;
}
