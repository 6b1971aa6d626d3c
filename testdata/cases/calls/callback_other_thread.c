/* The start routine of a thread runs without our lock; that the thread is made is reported. */
#include <windows.h>

static DWORD WINAPI worker_ok(LPVOID parameter)
{
    LoadLibraryA("helper.dll");
    return 0;
}

static void start_bad(void)
{
    HANDLE thread = CreateThread(NULL, 0, worker_ok, NULL, 0, NULL);
    CloseHandle(thread);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
