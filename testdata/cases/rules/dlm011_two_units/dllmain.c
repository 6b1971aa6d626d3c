/* The hook is set in one unit; in another its handle goes to a function of the same name as the API's. */
#include <windows.h>

void hook_start_bad(HINSTANCE instance);
void hook_stop_ok(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        hook_start_bad(instance);
    } else if (reason == DLL_PROCESS_DETACH) {
        hook_stop_ok();
    }
    return TRUE;
}
