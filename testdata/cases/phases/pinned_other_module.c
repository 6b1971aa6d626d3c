/* What is pinned by name is another module; and a reference without the flag can be given back. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HMODULE other, self;

    if (reason == DLL_PROCESS_ATTACH) {
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN, L"user32.dll", &other);
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)DllMain, &self);
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR)GetTickCount, &other);
    } else if (reason == DLL_PROCESS_DETACH) {
        load_bad();
    }
    return TRUE;
}
