/* Copies of reason, and of the result of a test, are as good as the originals. */
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
    DWORD why = reason;
    const BOOL leaving = why == DLL_PROCESS_DETACH;
    int kind;

    kind = (int)why;
    if (kind == DLL_THREAD_ATTACH) {
        load_bad();
    }
    if (leaving) {
        free_bad(instance);
    }
    return TRUE;
}
