/* __leave skips the rest of the __try block, __finally runs in any case. */
// flags: -fms-extensions
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
    __try {
        if (reason != DLL_PROCESS_ATTACH) {
            __leave;
        }
        load_bad();
    } __finally {
        free_bad(instance);
    }
    return TRUE;
}
