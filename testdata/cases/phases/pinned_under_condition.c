/* Pinned only if the user asked for it: the DLL may be unloaded. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HMODULE self;

    if (reason == DLL_PROCESS_ATTACH && GetEnvironmentVariableA("KEEP_LOADED", NULL, 0) != 0) {
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR)instance, &self);
    }
    if (reason == DLL_PROCESS_DETACH) {
        load_bad();
    }
    return TRUE;
}
