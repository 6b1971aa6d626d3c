/* Only closes a key that an export has opened. */
#include <windows.h>

HKEY g_key;

static void work_ok(void)
{
    RegCloseKey(g_key);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_ok();
    }
    return TRUE;
}
