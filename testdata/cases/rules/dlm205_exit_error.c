/* At process end the thread pool is gone: an error. */
#include <windows.h>

static PTP_WORK g_flush;

static void flush_bad(void)
{
    SubmitThreadpoolWork(g_flush);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        flush_bad();
    }
    return TRUE;
}
