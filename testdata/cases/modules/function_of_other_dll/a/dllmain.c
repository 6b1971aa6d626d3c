/* a's DllMain calls an export of b: that is b's code, not a's, and not one of the APIs. */
#include <windows.h>
#include "b/b.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || b_open_ok() != NULL;
}
