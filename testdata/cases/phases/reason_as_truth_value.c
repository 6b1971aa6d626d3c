/* `if (reason)` is everything but DLL_PROCESS_DETACH. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason) {
        load_bad();
    } else {
        free_bad(instance);
    }
    return TRUE;
}
