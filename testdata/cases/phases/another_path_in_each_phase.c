/* One sink, reached by one way at attach and by another on detach. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void start_bad(void)
{
    load_bad();
}

static void stop_bad(void)
{
    load_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        stop_bad();
    }
    return TRUE;
}
