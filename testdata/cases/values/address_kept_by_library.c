/* A library keeps the address of a flag and sets it from a later call. */
#include <windows.h>

__declspec(dllimport) void bus_watch(int *ready);
__declspec(dllimport) void bus_pump(void);

static void load_driver_bad(void)
{
    LoadLibraryA("driver.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    int ready;
    if (reason != DLL_PROCESS_ATTACH) {
        return TRUE;
    }
    bus_watch(&ready);
    ready = 0;
    bus_pump();
    if (ready) {
        load_driver_bad();
    }
    return TRUE;
}
