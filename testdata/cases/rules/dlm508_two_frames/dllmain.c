/* An add-in for Excel that registers its functions too early. */
#include <windows.h>
#include "addin.h"

static void set_up_bad(void)
{
    addin_register_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_bad();
    }
    return TRUE;
}
