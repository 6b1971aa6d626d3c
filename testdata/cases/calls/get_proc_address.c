/* GetProcAddress with a literal name is the function of that name. */
#include <windows.h>

typedef HMODULE WINAPI load_function(LPCSTR name);

static void load_bad(void)
{
    HMODULE kernel = GetModuleHandleA("kernel32.dll");
    load_function *load = (load_function *)GetProcAddress(kernel, "LoadLibraryA");

    load("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
