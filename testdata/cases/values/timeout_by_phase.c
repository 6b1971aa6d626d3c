/* ?: gives 0 on detach and INFINITE otherwise; (DWORD)-1 is INFINITE, too. */
#include <windows.h>

static HANDLE g_done;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    DWORD timeout = reason == DLL_PROCESS_DETACH ? 0 : INFINITE;

    WaitForSingleObject(g_done, timeout);
    if (reason == DLL_THREAD_DETACH) {
        WaitForMultipleObjects(1, &g_done, TRUE, (DWORD)-1);
    }
    return TRUE;
}
