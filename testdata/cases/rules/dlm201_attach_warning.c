/* Creating a thread at attach deadlocks only if somebody waits for it: a warning. */
#include <windows.h>
#include <process.h>

static unsigned __stdcall worker_ok(void *parameter)
{
    Sleep(10);
    return 0;
}

BOOL WINAPI DllMain(HANDLE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        _beginthreadex(NULL, 0, worker_ok, NULL, 0, NULL);
    }
    return TRUE;
}
