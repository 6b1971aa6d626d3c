// Delay-loaded imports where the loader lock is not held: an export, a thread of its own.
// options: --delay-load winmm.dll --rules *,-DLM201
#include <windows.h>

static DWORD WINAPI worker_ok(void *data)
{
    return timeGetTime();
}

__declspec(dllexport) DWORD clock_ok(void)
{
    return timeGetTime();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH)
        CreateThread(NULL, 0, worker_ok, NULL, 0, NULL);
    return TRUE;
}
