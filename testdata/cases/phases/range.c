/* Process notifications are 0 and 1, thread notifications 2 and 3: some people compare. */
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
    if (reason < DLL_THREAD_ATTACH) {
        load_bad();
    }
    if (reason >= 2 && reason <= 3) {
        free_bad(instance);
    }
    return TRUE;
}
