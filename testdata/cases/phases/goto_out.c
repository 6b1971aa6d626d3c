/* goto over the code of a phase. */
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
    if (reason != DLL_PROCESS_ATTACH) {
        goto not_attach;
    }
    load_bad();
    goto out;

not_attach:
    if (reason == DLL_PROCESS_DETACH) {
        free_bad(instance);
    }
out:
    return TRUE;
}
