/* DisableThreadLibraryCalls at attach: DllMain never hears of threads, and what it
 * does for them is dead. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void thread_ok(void)
{
    LoadLibraryA("thread.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        DisableThreadLibraryCalls(instance);
    }
    load_bad();
    if (reason == DLL_THREAD_ATTACH || reason == DLL_THREAD_DETACH) {
        thread_ok();
    }
    return TRUE;
}
