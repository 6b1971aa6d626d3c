/* Resuming a thread, ending another process, and a function that is named alike. */
#include <windows.h>

static void TerminateThreads_ok(HANDLE worker)
{
    SetThreadPriority(worker, THREAD_PRIORITY_LOWEST);
    ResumeThread(worker);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        TerminateThreads_ok(reserved);
    }
    return TRUE;
}
