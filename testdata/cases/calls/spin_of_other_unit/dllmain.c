/* The flag is set in another unit. */
#include "worker.h"

static void wait_for_worker_bad(void)
{
    while (worker_state == WORKER_STARTING) {
        Sleep(1);
    }
}

static void wait_for_user_ok(void)
{
    while (user_state == WORKER_STARTING) {
        SwitchToThread();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        worker_start_bad();
        wait_for_worker_bad();
        wait_for_user_ok();
    }
    return TRUE;
}
