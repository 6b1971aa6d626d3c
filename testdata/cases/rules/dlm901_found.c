/* Settings are read when the DLL is loaded. */
#include <windows.h>

static void work_bad(void)
{
    HKEY key;

    RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Example", 0, KEY_READ, &key);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
