/* A global pointer and a field of a struct: both are filled in by another unit. */
#include <windows.h>

#include "hooks.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        register_hooks_ok();
        g_on_attach();
        g_hooks.log();
        g_hooks.open();
    }
    return TRUE;
}
