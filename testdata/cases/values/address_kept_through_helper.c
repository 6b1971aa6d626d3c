/* The helper hands the address on; what the library does with it is seen by nobody. */
#include <windows.h>

__declspec(dllimport) void bus_watch(int *ready);
__declspec(dllimport) void bus_pump(void);

static void load_driver_bad(void)
{
    LoadLibraryA("driver.dll");
}

static void watch(int *ready)
{
    bus_watch(ready);
    *ready = 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    int ready = 0;
    if (reason == DLL_PROCESS_ATTACH) {
        watch(&ready);
        ready = 0;
        bus_pump();
        if (ready) {
            load_driver_bad();
        }
    }
    return TRUE;
}
