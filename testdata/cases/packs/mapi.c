/* Every name of the pack mapi, in both phases of the process. */
#include <windows.h>
#include <mapix.h>

static void calls_bad(void)
{
    MAPIInitialize(NULL);
    MAPIUninitialize();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
