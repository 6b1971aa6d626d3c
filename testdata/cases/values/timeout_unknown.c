/* A timeout that nobody knows may be INFINITE. */
#include <windows.h>

static HANDLE g_done;

static void settle_bad(void)
{
    WaitForSingleObject(g_done, GetTickCount());
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        settle_bad();
    }
    return TRUE;
}
