/* The near miss: one of the helper's returns accepts the load. */
#include <windows.h>

static BOOL start(void)
{
    if (GetVersion() == 0) {
        return TRUE;
    }
    return FALSE;
}

static void end_thread_bad(void)
{
    LoadLibraryA("trace.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return start();
    case DLL_THREAD_DETACH:
        end_thread_bad();
        break;
    }
    return TRUE;
}
