/* A load that is always refused, by what a helper returns. */
#include <windows.h>

static BOOL start(void)
{
    OutputDebugStringA("not for this system\n");
    return FALSE;
}

/* No thread ever starts or ends with this DLL. */
static void end_thread_ok(void)
{
    LoadLibraryA("trace.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    BOOL started;

    switch (reason) {
    case DLL_PROCESS_ATTACH:
        started = start();
        return started;
    case DLL_THREAD_DETACH:
        end_thread_ok();
        break;
    }
    return TRUE;
}
