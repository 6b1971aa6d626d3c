/* Conditions of loops are conditions: 0 < reason, reason == 1, and a body that runs once. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

static void wait_bad(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    DWORD i;

    for (i = 0; i < reason; i++) {
        load_bad();
    }
    while (reason == DLL_PROCESS_ATTACH) {
        free_bad(instance);
        break;
    }
    do {
        if (reason != DLL_THREAD_DETACH) {
            continue;
        }
        wait_bad();
    } while (0);
    return TRUE;
}
