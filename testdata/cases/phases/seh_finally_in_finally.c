/* Every __finally block runs on the way out, whichever way that is; what stands behind the outer one
 * does not run after the return. */
// flags: -fms-extensions
#include <windows.h>

static CRITICAL_SECTION g_guard;

static void free_bad(HMODULE module)
{
    FreeLibrary(module);
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    __try {
        if (reason != DLL_PROCESS_ATTACH) {
            return TRUE;
        }
    } __finally {
        __try {
            if (reason == DLL_THREAD_ATTACH) {
                return TRUE;
            }
        } __finally {
            if (reason == DLL_PROCESS_DETACH) {
                free_bad(instance);
            }
        }
    }
    load_bad();
    return TRUE;
}
