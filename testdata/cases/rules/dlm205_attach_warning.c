/* Work for the thread pool at attach: a warning; what the pool runs is not under our lock. */
#include <windows.h>

static DWORD WINAPI scan_ok(LPVOID parameter)
{
    LoadLibraryA("helper.dll");
    return 0;
}

static void start_bad(void)
{
    QueueUserWorkItem(scan_ok, NULL, WT_EXECUTEDEFAULT);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
