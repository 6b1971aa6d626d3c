/* Bit 0 is set in DLL_PROCESS_ATTACH (1) and DLL_THREAD_DETACH (3), bit 1 in thread reasons. */
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
    if (reason & 1) {
        load_bad();
    }
    if ((reason & 2) == 0 && (1u << reason) == 1) {
        free_bad(instance);
    }
    return TRUE;
}
