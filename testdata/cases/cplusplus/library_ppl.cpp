/* Waiting for the thread pool by way of the Parallel Patterns Library; asking is no wait. */
#include <windows.h>
#include "include/ppl.h"

static concurrency::task<int> g_task;

static void wait_bad()
{
    g_task.wait();
}

static void loop_bad()
{
    concurrency::parallel_for(0, 8, [](int) {});
}

static void group_bad()
{
    concurrency::task_group group;
    group.wait();
}

static void look_ok()
{
    if (g_task.is_done()) {
        SetLastError(0);
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        wait_bad();
        loop_bad();
        group_bad();
        look_ok();
    }
    return TRUE;
}
