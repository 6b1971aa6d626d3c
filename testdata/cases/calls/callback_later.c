/* An APC runs when the thread waits alertably, long after DllMain. */
#include <windows.h>

static void CALLBACK on_apc_ok(ULONG_PTR parameter)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        QueueUserAPC(on_apc_ok, GetCurrentThread(), 0);
    }
    return TRUE;
}
