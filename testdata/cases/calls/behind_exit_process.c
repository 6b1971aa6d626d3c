/* ExitProcess does not return either; it is itself what must not be called. */
#include <windows.h>

static void load_ok(void)
{
    LoadLibraryA("never.dll");
}

static void stop_bad(void)
{
    ExitProcess(3);
    load_ok();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && GetVersion() == 0) {
        stop_bad();
        load_ok();
    }
    return TRUE;
}
