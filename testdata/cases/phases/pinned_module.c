/* A module that pins itself at attach is never unloaded: detach means the end of the process. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HMODULE self;

    switch (reason) {
    case DLL_PROCESS_ATTACH:
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR)DllMain, &self);
        break;
    case DLL_PROCESS_DETACH:
        load_bad();
        break;
    }
    return TRUE;
}
