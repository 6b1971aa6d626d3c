/* `!` of a comparison, and of the reason itself: DLL_PROCESS_DETACH is 0. */
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
    if (!(reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH)) {
        load_bad();
    }
    if (!reason) {
        free_bad(instance);
    }
    return TRUE;
}
