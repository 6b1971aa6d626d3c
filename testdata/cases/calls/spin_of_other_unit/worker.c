#include "worker.h"

volatile int worker_state;
volatile int user_state;

static DWORD WINAPI work_ok(void *nothing)
{
    worker_state = WORKER_RUNS;
    return 0;
}

void worker_start_bad(void)
{
    CloseHandle(CreateThread(NULL, 0, work_ok, NULL, 0, NULL));
}

__declspec(dllexport) void user_changes_ok(int state)
{
    user_state = state;
}
