/* A thread that is opened by its id is a thread like any other. */
#include <windows.h>

static DWORD g_worker_id;

static void wait_by_id_bad(void)
{
    HANDLE worker = OpenThread(SYNCHRONIZE, FALSE, g_worker_id);

    if (worker != NULL) {
        WaitForSingleObject(worker, INFINITE);
        CloseHandle(worker);
    }
}

static void raise_by_id_ok(void)
{
    HANDLE worker = OpenThread(THREAD_SET_INFORMATION, FALSE, g_worker_id);

    SetThreadPriority(worker, THREAD_PRIORITY_ABOVE_NORMAL);
    CloseHandle(worker);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        raise_by_id_ok();
        wait_by_id_bad();
    }
    return TRUE;
}
