/* Only looks whether it is done. */
#include <windows.h>

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;
static BOOL pending;

static void work_ok(void)
{
    InitOnceBeginInitialize(&g_once, INIT_ONCE_CHECK_ONLY, &pending, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        work_ok();
    }
    return TRUE;
}
