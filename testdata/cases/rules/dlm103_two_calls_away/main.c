// A delay-loaded import is called through two functions, in another unit. The export is in no pack:
// the list of exports says which DLL it is of.
// options: --delay-load aclui.dll
#include <windows.h>

void helper_bad(void);

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH)
        helper_bad();
    return TRUE;
}
