/* The twin of pointer_of_other_unit: what is stored is harmless, what is harmful is not stored. */
#include <windows.h>

#include "hooks.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        register_hooks_ok();
        g_on_attach();
        g_hooks.log();
    }
    return TRUE;
}
