/* Definitions of the old style, with the parameters' types behind the list. */
// flags: -std=gnu89
#include <windows.h>

static void start_bad(reason, name)
DWORD reason;
char *name;
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA(name);
    }
}

BOOL WINAPI DllMain(instance, reason, reserved)
HINSTANCE instance;
DWORD reason;
LPVOID reserved;
{
    start_bad(reason, "helper.dll");
    return TRUE;
}
